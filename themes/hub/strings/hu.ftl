# A téma szavai. State: machine.

## On every page
skip-to-content = Ugrás a tartalomhoz
shortcuts = Gyorshivatkozások
main-navigation = Főmenü
breadcrumbs = Navigációs útvonal
languages = Nyelv
language-fallback = még nincs lefordítva
language-missing = az oldal nem érhető el, tovább a kezdőlapra
home = Kezdőlap
help-link = Segítségre van szüksége?
footer-navigation = Erről a webhelyről

## Lists
list-count = { $count ->
    [one] { $count } elem
   *[other] { $count } elem
}
list-empty = Itt még nincs semmi.
show-all = Az összes megtekintése: { $title }
pager = A lista oldalai
pager-position = { $page }. oldal, összesen { $pages }
pager-page = { $page }. oldal
pager-previous = Előző oldal
pager-next = Következő oldal
term-broader = Ide tartozik
term-narrower = Részei

## A page
toc = Ezen az oldalon
facts = Röviden
files = Fájlok
files-hint = A letöltött fájl az eszközön marad.
related = Lásd még
backlinks = Oldalak, amelyek erre hivatkoznak
neighbours = Előző és következő
neighbour-previous = Előző
neighbour-next = Következő
updated-on = Frissítve:
date-and-time = { $date }, { $time }
yes = Igen
no = Nem
badge-draft = Tervezet
badge-illustrative = Példa

## Notices at the top of a page
notice-draft-label = Tervezet.
notice-draft = Ez az oldal még nem jelent meg.
notice-illustrative-label = Példa.
notice-illustrative = Az itt olvasható szöveg egészben vagy részben kitalált, hogy megmutassa a tudástár működését.
notice-fallback-label = Még nincs lefordítva.
notice-fallback = Ez az oldal magyarul még nem érhető el. Lent a szöveg egy másik nyelven olvasható.
notice-machine-translation-label = Gépi fordítás.
notice-machine-translation = Ezt a fordítást még senki sem ellenőrizte. Kétség esetén az eredeti szöveg érvényes.
notice-draft-translation-label = A fordítás folyamatban van.
notice-draft-translation = Ez a fordítás még nincs ellenőrizve. Kétség esetén az eredeti szöveg érvényes.
notice-outdated-translation-label = Elavult fordítás.
notice-outdated-translation = Az eredeti szöveg a fordítás óta megváltozott. Kétség esetén az eredeti szöveg érvényes.
notice-event-planned = Ez az ülés ezután lesz.
notice-event-cancelled = Ez az ülés elmarad.
notice-event-postponed = Ez az ülés egy másik napon lesz, amely még nem ismert.
notice-source-link = Ugrás az eredeti szöveghez
withheld-label = Csak összefoglaló.
withheld = Az ülés teljes jegyzőkönyve nem nyilvános.
confidentiality-public = Nyilvános
confidentiality-chatham = Chatham House Rule: ami elhangzott, továbbadható, de az nem, hogy ki mondta
confidentiality-summary = Csak az összefoglaló nyilvános
confidentiality-closed = Zárt

## Meetings
outcomes = Eredmények
outcome = Eredmény
outcome-owner = Felelős
outcome-due = Határidő
deadline-quarter = { $year }. év { $number }. negyedéve
deadline-season-1 = { $year } tavasza
deadline-season-2 = { $year } nyara
deadline-season-3 = { $year } ősze
deadline-season-4 = { $year } tele
deadline-approximate = { $period } körül
deadline-uncertain = { $period } (bizonytalan)
deadline-next-meeting = Következő ülés
deadline-next-meeting-on = Következő ülés, { $date }
deadline-ongoing = Folyamatos
deadline-unknown = Később dől el
outcome-state = Állapot
outcome-number = Szám
outcome-vote = Szavazás
vote-for = igen
vote-against = nem
vote-abstain = tartózkodott
vote-present = jelen van
vote-consensus = konszenzussal
outcome-agenda = Korábbi ülésekről még nyitott
outcome-link = Hivatkozás erre: { $id }: { $text }
outcome-follow-up = Feladatok a múltkori ülésről
outcome-decision = Döntés
outcome-action = Feladat
outcome-recommendation = Ajánlás
outcome-question = Kérdés
state-open = Nyitott
state-in-progress = Folyamatban
state-done = Kész
state-dropped = Elvetve
state-superseded = Felváltva

## Help and resources
emergency = Most veszélyben van?
emergency-call = Hívja: { $number }
phone-hint = A hívás látható maradhat a telefon hívásnaplójában.
resource-open = Tovább az anyaghoz:

## Boxes in a text
callout-note = Megjegyzés
callout-tip = Tipp
callout-important = Fontos
callout-warning = Figyelmeztetés
callout-caution = Vigyázat
callout-help = Segítség

## Home page
home-doors = Mit keres?
door-stakeholders = Együttműködés
door-stakeholders-text = Szervezeteknek és hatóságoknak: miről volt szó, mi a döntés, és ki vesz részt.
door-professionals = Munka közben
door-professionals-text = Szakembereknek: használható anyagok és továbbadható szórólapok.
door-help = Segítségkeresés
door-help-text = Bárkinek, akinek segítségre van szüksége: ki tud segíteni, és hogyan érhető el.
home-activities = Tevékenységek
home-resources = Legújabb anyagok
home-flyers = Szórólapok
home-feeds = Maradjon tájékozott
home-feeds-text = A hírcsatorna-olvasó e-mail-cím nélkül eljuttatja Önhöz a webhely híreit.

## Addresses that do not exist (any more)
not-found = Az oldal nem található
not-found-text = Ez az oldal nem létezik, vagy más címre költözött. Próbálja ki ezeket a hivatkozásokat.
redirect = Ez az oldal elköltözött
redirect-link = Tovább az új címre
table-region = Táblázat
task-done = Kész:
task-open = Teendő:
footnotes = Lábjegyzetek
footnote-back = Vissza a szöveghez

## Translations
coverage-link = A webhely fordításai
coverage = Fordítások
coverage-lead = Mi olvasható ezen a webhelyen az egyes nyelveken, és hol tartanak a fordítások.
coverage-languages = Nyelvek
coverage-language = Nyelv
coverage-source = Ezen a nyelven íródott
coverage-reviewed = Ember ellenőrizte
coverage-draft = Még nincs ellenőrizve
coverage-machine = Gépi fordítás
coverage-outdated = Elavult
coverage-missing = Nincs lefordítva
coverage-current = Naprakész
coverage-share = { $percent }%
coverage-kinds = Oldaltípusok szerint
coverage-kind = Típus
coverage-sections = Áttekintő oldalak

## Registers and lists
outcome-meeting = Ülés
outcome-overdue = lejárt
registers = Nyilvántartások
parts = Szűkítés
parts-all = Összes mutatása
parts-shown = Látható:
parts-reset = Választás törlése
sort = Rendezés
records-all = Az összes megtekintése: { $title } ({ $count })
follow = A lista követése
follow-feeds = A hírcsatorna-olvasó jelzi az újdonságokat:
follow-calendar = A naptárprogram mutatja a határidőket, és magától letölti a változásokat:
follow-open = Megnyitás naptárprogramban
follow-address = Vagy másolja ezt a címet a naptárprogramjába:
data-files = Adatként
data-files-text = Ez a lista fájlként, számoláshoz vagy más programban való használatra.

## Feeds and calendars
example-title = { $title } (példa)
calendar-link = { $title } a saját naptárában

## Citations
cite = Hivatkozás erre az anyagra
cite-download = Letöltés hivatkozáskezelőhöz:
figure-source = Forrás:
timeline = Idővonal
history = A jegyzőkönyv módosításai

## Glossary, what is new, how this hub works
used-in = Előfordul itt
news-link = Újdonságok
news = Újdonságok
news-lead = A webhely legújabb és legutóbb módosult oldalai.
news-new = Új
news-updated = Frissítve
types-link = Így működik ez a tudástár
types = Így működik ez a tudástár
types-lead = Milyen oldaltípusok vannak, mit tartalmaznak, és hogyan kapcsolódnak egymáshoz.
types-common = Minden oldalon
types-common-text = Minden oldalnak van címe. Lehet rövid leírása is, és jelzés arról, hogy tervezet vagy példa.
types-fields = Mit tartalmaz
types-required = Mindig ki van töltve
types-private = Csak a szerkesztőknek
types-choices = Ezek egyike
types-to = Ide vezet
types-terms = A listából
types-parts = Részek
types-outcomes = A szövegben ezek lehetnek. Mindegyikről megadható:
types-confidentiality = Mi lehet nyilvános
types-level-public = Minden a webhelyen van.
types-level-chatham = A szöveg a webhelyen van. Nem derül ki, ki vett részt, és ki mit mondott.
types-level-summary = A cím, a leírás és az alapadatok a webhelyen vannak. A szöveg és a fájlok nem nyilvánosak.
types-level-closed = Semmi sincs a webhelyen, még az sem, hogy megtörtént.
types-fallback-page = Ahol hiányzik a fordítás, az oldal más nyelven mutatja a szöveget, és ezt jelzi is, hacsak lent más nem szerepel.
types-fallback-list = A listák minden nyelven megnevezik. Ahol hiányzik a fordítás, a más nyelvű oldalra vezetnek.
types-fallback-none = Csak azoknak érhető el, akik azokon a nyelveken olvasnak, amelyeken íródott.
types-glossary = Ahol egy másik oldal először használ ilyen szót, a szó a magyarázatához vezet.
types-languages = Az olvasók a saját nyelvükön látják a szöveget. Ha az hiányzik, a következő olyan nyelven látják, amelyen megvan.
types-otherwise = Ha hiányzik

data = Nyílt adatok
data-lead = A webhely tartalma fájlokban, számoláshoz vagy átvételre.
data-link = Nyílt adatok
data-how = Minden lista elérhető táblázatként (CSV) táblázatkezelőhöz és JSON formátumban programokhoz. A fájlok a webhellyel együtt változnak. Nem kell kulcs. Minden olvasható magán a webhelyen is.
data-licence = Licenc:
data-index = az összes fájl listája
data-catalog = ugyanaz a lista adatkatalógusoknak (DCAT)
data-fields = Mit tartalmaznak az oszlopok

## The way out
exit = A webhely elhagyása
exit-title = Egy pillanat
exit-twice = Nyomja meg a Shift billentyűt még kétszer a webhely elhagyásához.
exit-once = Nyomja meg a Shift billentyűt még egyszer a webhely elhagyásához.
menu = Menü
home-next = Következő ülés
home-outcomes = Legújabb eredmények

## Search
search = Keresés
search-lead = Keressen döntést, szervezetet, anyagot vagy fogalmat. Amit beír, ezen az oldalon marad.
search-link = Keresés
search-label = Szó keresése
search-count = Találatok:
search-none = Nincs találat. Próbáljon rövidebb vagy más szót, vagy nézze meg a lenti listát.
search-failed = A keresés most nem működik. A lenti lista igen.
search-more = További találatok
search-others = Más nyelveken is
search-kinds = Típus
search-languages = Nyelv
search-all = Összes oldal
search-group = A listához: { $name }
search-kind-section = Áttekintés
search-kind-file = Fájl
search-year = Év

print-online = Olvassa online, a saját nyelvén
print-issued = Kiadás dátuma
print-qr = QR-kód ehhez az oldalhoz
print-example = Példa: semmi sem történt meg valójában abból, ami ezen a lapon áll.
print-contents = Tartalom
paper = Papíron
paper-download = Letöltés (PDF)
paper-preview = Első oldal:
paper-pages = { $pages ->
    [one] PDF, { $pages } oldal
   *[other] PDF, { $pages } oldal
}
paper-large = Nagy betűkkel
paper-press = Nyomdáknak, vágójelekkel
paper-all = Minden nyelv együtt (ZIP)
paper-languages = Más nyelven
paper-hint = Amit letölt, az eszközén marad. Ezen az oldalon ugyanaz a szöveg olvasható.
paper-sha256 = Ellenőrző összeg (SHA-256)
paper-json = Adatok azoknak, akik ide szeretnének hivatkozni (JSON)

# The field in the head
search-close = Bezárás
search-narrow = Találatok szűkítése

copy = Másolás
copied = Másolva

## Licence, duties and contact
footer-licence-label = A szövegek licence:
footer-licence-others = A mások által készített anyagoknak saját licencük van.
footer-rights = Minden jog fenntartva.
footer-source = Forráskód
footer-imprint = Impresszum
footer-accessibility = Akadálymentesség
footer-privacy = Adatvédelem
footer-contact = Kapcsolat
footer-security = Biztonsági hiba bejelentése
accessibility-full = Ez a webhely megfelel az akadálymentességi követelményeknek.
accessibility-partial = Ez a webhely részben megfelel az akadálymentességi követelményeknek.
accessibility-none = Ez a webhely nem felel meg az akadálymentességi követelményeknek.
accessibility-untested = Még senki sem vizsgálta meg, hogy ez a webhely megfelel-e az akadálymentességi követelményeknek.
