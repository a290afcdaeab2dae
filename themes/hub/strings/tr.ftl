# The words of the theme in Turkish: a draft that no native speaker has reviewed yet.

## On every page
skip-to-content = İçeriğe geç
shortcuts = Kısayollar
main-navigation = Ana menü
breadcrumbs = Sayfanın sitedeki yeri
languages = Dil
language-fallback = henüz çevrilmedi
language-missing = bu sayfa yok, ana sayfaya gidin
home = Ana sayfa
help-link = Yardıma mı ihtiyacınız var?
footer-navigation = Bu site hakkında

## Lists
list-count = { $count ->
    [one] { $count } öğe
   *[other] { $count } öğe
}
list-empty = Burada henüz bir şey yok.
show-all = Tümünü görün: { $title }
pager = Bu listenin sayfaları
pager-position = sayfa { $page } / { $pages }
pager-page = Sayfa { $page }
pager-previous = Önceki sayfa
pager-next = Sonraki sayfa
term-broader = Üst konu
term-narrower = Alt konular

## A page
toc = Bu sayfada
facts = Kısaca
files = Dosyalar
files-hint = İndirilen dosya cihazda kalır.
related = Ayrıca bakın
backlinks = Bu sayfaya bağlantı veren sayfalar
neighbours = Önceki ve sonraki
neighbour-previous = Önceki
neighbour-next = Sonraki
updated-on = Güncelleme tarihi
date-and-time = { $date }, { $time }
yes = Evet
no = Hayır
badge-draft = Taslak
badge-illustrative = Örnek

## Notices at the top of a page
notice-draft-label = Taslak.
notice-draft = Bu sayfa henüz yayımlanmadı.
notice-illustrative-label = Örnek.
notice-illustrative = Burada okuduklarınızın tamamı veya bir bölümü, bilgi merkezinin nasıl çalıştığını göstermek için uydurulmuştur.
notice-fallback-label = Henüz çevrilmedi.
notice-fallback = Bu sayfanın henüz Türkçesi yok. Aşağıda metnin başka bir dildeki hâli bulunuyor.
notice-machine-translation-label = Otomatik olarak çevrildi.
notice-machine-translation = Bu çeviriyi henüz kimse kontrol etmedi. Şüpheye düşerseniz özgün metin geçerlidir.
notice-draft-translation-label = Çeviri sürüyor.
notice-draft-translation = Bu çeviri henüz kontrol edilmedi. Şüpheye düşerseniz özgün metin geçerlidir.
notice-outdated-translation-label = Çeviri güncel değil.
notice-outdated-translation = Bu çeviri yapıldıktan sonra özgün metin değişti. Şüpheye düşerseniz özgün metin geçerlidir.
notice-event-planned = Bu toplantı henüz yapılmadı.
notice-event-cancelled = Bu toplantı yapılmayacak.
notice-event-postponed = Bu toplantı, henüz belli olmayan başka bir günde yapılacak.
notice-source-link = Özgün metne gidin
withheld-label = Yalnızca özet.
withheld = Bu toplantının tutanağının tamamı herkese açık değildir.
confidentiality-public = Herkese açık
confidentiality-chatham = Chatham House Kuralı: söylenenler paylaşılabilir, kimin söylediği paylaşılamaz
confidentiality-summary = Yalnızca özet herkese açık
confidentiality-closed = Kapalı

## Meetings
outcomes = Sonuçlar
outcome = Sonuç
outcome-owner = Sorumlu
outcome-due = Son tarih
deadline-quarter = { $year } { $number }. çeyrek
deadline-season-1 = ilkbahar { $year }
deadline-season-2 = yaz { $year }
deadline-season-3 = sonbahar { $year }
deadline-season-4 = kış { $year }
deadline-approximate = yaklaşık { $period }
deadline-uncertain = { $period } (kesin değil)
deadline-next-meeting = Sonraki toplantı
deadline-next-meeting-on = Sonraki toplantı, { $date }
deadline-ongoing = Sürekli
deadline-unknown = Henüz belirlenmedi
outcome-state = Durum
outcome-number = Numara
outcome-vote = Oylama
vote-for = kabul
vote-against = ret
vote-abstain = çekimser
vote-present = katılan
vote-consensus = oy birliğiyle
outcome-agenda = Önceki toplantılardan açık kalanlar
outcome-link = { $id } bağlantısı: { $text }
outcome-follow-up = Geçen toplantının eylemleri
outcome-decision = Karar
outcome-action = Eylem
outcome-recommendation = Öneri
outcome-question = Soru
state-open = Açık
state-in-progress = Sürüyor
state-done = Tamamlandı
state-dropped = Vazgeçildi
state-superseded = Yerine yenisi geldi

## Help and resources
emergency = Şu anda tehlikede misiniz?
emergency-call = { $number } numarasını arayın
phone-hint = Arama, telefonun arama geçmişinde görünür kalabilir.
resource-open = Materyale gidin:

## Boxes in a text
callout-note = Not
callout-tip = İpucu
callout-important = Önemli
callout-warning = Uyarı
callout-caution = Dikkat
callout-help = Yardım

## Home page
home-doors = Ne arıyorsunuz?
door-stakeholders = Birlikte çalışmak
door-stakeholders-text = Kuruluşlar ve kamu kurumları için: neler konuşuldu, neye karar verildi ve kimler katılıyor.
door-professionals = İş yerinde
door-professionals-text = Meslek çalışanları için: kullanılacak materyaller ve paylaşılacak el ilanları.
door-help = Yardım bulmak
door-help-text = Yardıma ihtiyacı olan herkes için: kim yardım edebilir ve ona nasıl ulaşılır.
home-activities = Faaliyetler
home-resources = En yeni materyaller
home-flyers = El ilanları
home-feeds = Gelişmeleri izleyin
home-feeds-text = Bir haber akışı okuyucusu, e-posta adresi gerekmeden bu sitedeki yenilikleri size getirir.

## Addresses that do not exist (any more)
not-found = Sayfa bulunamadı
not-found-text = Bu sayfa yok veya başka bir adrese taşındı. Şu bağlantılardan birini deneyin.
redirect = Bu sayfa taşındı
redirect-link = Yeni adrese gidin
table-region = Tablo
task-done = Yapıldı:
task-open = Yapılacak:
footnotes = Dipnotlar
footnote-back = Metne dön

## Translations
coverage-link = Bu sitenin çevirileri
coverage = Çeviriler
coverage-lead = Bu sitede her dilde nelerin bulunduğu ve her çevirinin ne kadar ilerlediği.
coverage-languages = Diller
coverage-language = Dil
coverage-source = Bu dilde yazıldı
coverage-reviewed = Bir kişi kontrol etti
coverage-draft = Henüz kontrol edilmedi
coverage-machine = Otomatik olarak çevrildi
coverage-outdated = Güncel değil
coverage-missing = Çevrilmedi
coverage-current = Güncel
coverage-share = %{ $percent }
coverage-kinds = Sayfa türüne göre
coverage-kind = Tür
coverage-sections = Genel bakış sayfaları

## Listeler
outcome-meeting = Toplantı
outcome-overdue = gecikmiş
registers = Listeler
parts = Daralt
parts-all = Tümünü göster
parts-shown = Gösterilen:
parts-reset = Seçimleri temizle
sort = Sırala
records-all = Tümünü gör: { $title } ({ $count })
follow = Bu listeyi takip edin
follow-feeds = Bir besleme okuyucu size yenilikleri bildirir:
follow-calendar = Bir takvim programı neyin ne zaman bitmesi gerektiğini gösterir ve değişiklikleri kendisi alır:
follow-open = Takvim programında açın
follow-address = Ya da bu adresi takvim programınıza kopyalayın:
data-files = Veri olarak
data-files-text = Bu liste, hesaplama yapmak veya başka bir programda kullanmak için dosya olarak.

## Feeds and calendars
example-title = { $title } (örnek)
calendar-link = { $title }: kendi takviminizde

## Citations
cite = Bu materyali kaynak gösterme
cite-download = Kaynakça programı için indirin:
figure-source = Kaynak:
timeline = Zaman çizelgesi
history = Bu tutanaktaki değişiklikler

## Glossary, what is new, how this hub works
used-in = Geçtiği sayfalar
news-link = Yenilikler
news = Yenilikler
news-lead = Bu sitenin en yeni sayfaları ve en son değişenler.
news-new = Yeni
news-updated = Güncellendi
types-link = Bu merkez nasıl çalışır
types = Bu merkez nasıl çalışır
types-lead = Hangi tür sayfalar olduğu, bunlarda nelerin bulunduğu ve birbirlerine nasıl bağlandıkları.
types-common = Her sayfada
types-common-text = Her sayfanın bir başlığı vardır. Kısa bir açıklaması ve taslak ya da örnek olduğunu belirten bir işareti de olabilir.
types-fields = İçinde ne var
types-required = Her zaman doldurulur
types-private = Yalnızca editörler için
types-choices = Şunlardan biri
types-to = Bağlandığı yer
types-terms = Listesi
types-parts = Bölümler
types-outcomes = Metinde bunlar bulunabilir. Her biri için şunlar belirtilebilir:
types-confidentiality = Neler herkese açık olabilir
types-level-public = Her şey sitede yer alır.
types-level-chatham = Metin sitede yer alır. Kimin katıldığı ve kimin ne söylediği belirtilmez.
types-level-summary = Başlık, açıklama ve temel bilgiler sitede yer alır. Metin ve dosyalar yayımlanmaz.
types-level-closed = Sitede hiçbir şey yer almaz, yapılmış olduğu bile.
types-fallback-page = Çeviri yoksa, aşağıda başka bir şey söylenmedikçe, sayfa metni başka bir dilde gösterir ve bunu belirtir.
types-fallback-list = Her dildeki listelerde yer alır. Çeviri yoksa listeler başka bir dildeki sayfaya götürür.
types-fallback-none = Yalnızca yazıldığı dillerin okurları için vardır.
types-glossary = Başka bir sayfa böyle bir sözcüğü ilk kez kullandığında, sözcük açıklamasına götürür.
types-languages = Okurlar bir metni kendi dillerinde görür. Yoksa, metnin bulunduğu bir sonraki dilde görürler.
types-otherwise = Yoksa

data = Açık veri
data-lead = Bu sitedekiler, hesaplama yapmak veya yeniden kullanmak için dosya olarak.
data-link = Açık veri
data-how = Her liste, hesap tablosu için tablo (CSV) ve programlar için JSON olarak vardır. Dosyalar siteyle birlikte değişir. Anahtar gerekmez. Her şey sitenin kendisinde de okunabilir.
data-licence = Lisans:
data-index = tüm dosyaların listesi
data-catalog = veri katalogları için aynı liste (DCAT)
data-fields = Her sütunda ne olduğu

## Çıkış
exit = Bu siteden çık
exit-title = Bir dakika
exit-twice = Bu siteden çıkmak için Shift tuşuna iki kez daha basın.
exit-once = Bu siteden çıkmak için Shift tuşuna bir kez daha basın.
menu = Menü
home-next = Sonraki toplantı
home-outcomes = En yeni sonuçlar

## Arama
search = Arama
search-lead = Bir karar, kuruluş, materyal veya terim bulun. Yazdığınız bu sayfada kalır.
search-link = Ara
search-label = Bir kelime arayın
search-count = Sonuçlar:
search-none = Hiçbir şey bulunamadı. Daha kısa veya başka bir kelime deneyin ya da aşağıdaki listeye bakın.
search-failed = Arama şu anda çalışmıyor. Aşağıdaki liste çalışıyor.
search-more = Daha fazla sonuç
search-others = Başka dillerde de
search-kinds = Tür
search-languages = Dil
search-all = Tüm sayfalar
search-group = Listeye git: { $name }
search-kind-section = Genel bakış
search-kind-file = Dosya
search-year = Yıl

print-online = Bunu internette kendi dilinizde okuyun
print-issued = Yayım tarihi
print-qr = Bu sayfanın QR kodu
print-example = Örnek: Bu sayfadaki hiçbir şey gerçekten olmadı.
print-contents = İçindekiler
paper = Kâğıt üzerinde
paper-download = İndir (PDF)
paper-preview = İlk sayfası:
paper-pages =
  { $pages ->
     [one] PDF, 1 sayfa
    *[other] PDF, { $pages } sayfa
  }
paper-large = Büyük harflerle
paper-press = Matbaa için, kesim işaretleriyle
paper-all = Tüm diller bir arada (ZIP)
paper-languages = Başka bir dilde
paper-hint = İndirdiğiniz dosya cihazınızda kalır. Bu sayfada aynı metin var.
paper-sha256 = Doğrulama kodu (SHA-256)
paper-json = Buna bağlantı vermek isteyenler için veri (JSON)

# The field in the head
search-close = Kapat
search-narrow = Sonuçları daralt

copy = Kopyala
copied = Kopyalandı

## Licence, duties and contact
footer-licence-label = Metinlerin lisansı:
footer-licence-others = Başkalarının hazırladığı materyallerin kendi lisansı vardır.
footer-rights = Tüm hakları saklıdır.
footer-source = Kaynak kodu
footer-imprint = Künye
footer-accessibility = Erişilebilirlik
footer-privacy = Gizlilik
footer-contact = İletişim
footer-security = Güvenlik sorunu bildirin
accessibility-full = Bu site erişilebilirlik gereksinimlerini karşılıyor.
accessibility-partial = Bu site erişilebilirlik gereksinimlerini kısmen karşılıyor.
accessibility-none = Bu site erişilebilirlik gereksinimlerini karşılamıyor.
accessibility-untested = Bu sitenin erişilebilirlik gereksinimlerini karşılayıp karşılamadığını henüz kimse sınamadı.
