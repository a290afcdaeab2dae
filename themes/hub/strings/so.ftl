# The words of the theme in Somali. State: machine.

## On every page
skip-to-content = U bood nuxurka
shortcuts = Wadiiqooyin gaaban
main-navigation = Liiska ugu weyn
breadcrumbs = Jidka bogga
languages = Luqad
language-fallback = weli lama turjumin
language-missing = boggan lama heli karo, tag bogga hore
home = Bogga hore
help-link = Ma u baahan tahay caawimaad?
footer-navigation = Ku saabsan boggan internetka

## Lists
list-count = { $count ->
    [one] { $count } shay
   *[other] { $count } shay
}
list-empty = Weli waxba kuma jiraan halkan.
show-all = Arag dhammaan: { $title }
pager = Bogagga liiskan
pager-position = bogga { $page } ee { $pages }
pager-page = Bogga { $page }
pager-previous = Bogga ka horreeya
pager-next = Bogga xiga
term-broader = Qayb ka ah
term-narrower = Qaybo

## A page
toc = Boggan
facts = Soo koobid
files = Faylal
files-hint = Faylka la soo dejiyo wuxuu ku harayaa qalabka.
related = Sidoo kale eeg
backlinks = Bogagga tixraacaya boggan
neighbours = Kii hore iyo kan xiga
neighbour-previous = Kii hore
neighbour-next = Kan xiga
updated-on = La cusboonaysiiyay
date-and-time = { $date }, { $time }
yes = Haa
no = Maya
badge-draft = Qabyo
badge-illustrative = Tusaale

## Notices at the top of a page
notice-draft-label = Qabyo.
notice-draft = Boggan weli lama daabicin.
notice-illustrative-label = Tusaale.
notice-illustrative = Waxa aad halkan ka akhrinayso dhammaantiis ama qayb ka mid ah waa la allifay, si loo muujiyo sida xaruntu u shaqeyso.
notice-fallback-label = Weli lama turjumin.
notice-fallback = Boggan weli kuma diyaarsana Af-Soomaali. Hoos waxaa ku yaal qoraalka oo luqad kale ah.
notice-machine-translation-label = Si otomaatig ah ayaa loo turjumay.
notice-machine-translation = Weli cidna ma hubin turjumaaddan. Haddii shaki jiro, waxaa la raacayaa qoraalka asalka ah.
notice-draft-translation-label = Turjumaaddu way socotaa.
notice-draft-translation = Turjumaaddan weli lama hubin. Haddii shaki jiro, waxaa la raacayaa qoraalka asalka ah.
notice-outdated-translation-label = Turjumaad duugowday.
notice-outdated-translation = Qoraalka asalka ah wuu isbeddelay tan iyo markii turjumaaddan la sameeyay. Haddii shaki jiro, waxaa la raacayaa qoraalka asalka ah.
notice-event-planned = Kulankan weli lama qaban.
notice-event-cancelled = Kulankan lama qaban doono.
notice-event-postponed = Kulankan maalin kale ayaa la qaban doonaa, oo aan weli la ogayn.
notice-source-link = Tag qoraalka asalka ah
withheld-label = Soo koobid keliya.
withheld = Qoraallada oo dhan ee kulankan ma aha kuwo dadweynaha u furan.
confidentiality-public = Dadweynaha u furan
confidentiality-chatham = Chatham House Rule: waxa la yiri waa la wadaagi karaa, cidda tiri lama sheegi karo
confidentiality-summary = Soo koobidda keliya ayaa dadweynaha u furan
confidentiality-closed = Xiran

## Meetings
outcomes = Natiijooyin
outcome = Natiijo
outcome-owner = Mas’uul
outcome-due = Kama dambays
deadline-quarter = rubuca { $number } ee { $year }
deadline-season-1 = gu’ga { $year }
deadline-season-2 = xagaaga { $year }
deadline-season-3 = dayrta { $year }
deadline-season-4 = jiilaalka { $year }
deadline-approximate = qiyaastii { $period }
deadline-uncertain = { $period } (lama hubo)
deadline-next-meeting = Kulanka xiga
deadline-next-meeting-on = Kulanka xiga, { $date }
deadline-ongoing = Joogto ah
deadline-unknown = Weli lama go’aamin
outcome-state = Xaalad
outcome-number = Lambar
outcome-vote = Codbixin
vote-for = taageeray
vote-against = diiday
vote-abstain = ka aamusay
vote-present = joogay
vote-consensus = si wadajir ah
outcome-agenda = Weli ka furan kulamadii hore
outcome-link = Xiriirinta { $id }: { $text }
outcome-follow-up = Hawlihii markii hore
outcome-decision = Go’aan
outcome-action = Hawl
outcome-recommendation = Talo soo jeedin
outcome-question = Su’aal
state-open = Furan
state-in-progress = Socda
state-done = La dhammeeyay
state-dropped = Laga tagay
state-superseded = La beddelay

## Help and resources
emergency = Ma khatar baad ku jirtaa hadda?
emergency-call = Wac { $number }
phone-hint = Wicitaanku wuxuu ku muuqan karaa diiwaanka wicitaannada ee telefoonka.
resource-open = Tag agabka:

## Boxes in a text
callout-note = Xusuusin
callout-tip = Talo
callout-important = Muhiim
callout-warning = Digniin
callout-caution = Taxaddar
callout-help = Caawimaad

## Home page
home-doors = Maxaad raadinaysaa?
door-stakeholders = Wada shaqeyn
door-stakeholders-text = Ururrada iyo dawladaha: waxa laga wada hadlay oo la go’aamiyay, iyo cidda ka qaybqaadata.
door-professionals = Shaqada
door-professionals-text = Xirfadlayaasha: agab la isticmaalo iyo warqado macluumaad oo la wadaago.
door-help = Helidda caawimaad
door-help-text = Qof kasta oo caawimaad u baahan: cidda bixin karta iyo sida loola xiriiro.
home-activities = Dhaqdhaqaaqyo
home-resources = Agabka ugu cusub
home-flyers = Warqado macluumaad
home-feeds = La soco wararka
home-feeds-text = Akhriyaha wararku wuxuu kuu keenayaa wararka boggan, iyada oo aan loo baahnayn cinwaan iimayl.

## Addresses that do not exist (any more)
not-found = Bogga lama helin
not-found-text = Boggan ma jiro ama wuxuu u guuray cinwaan kale. Isku day mid ka mid ah xiriirintan.
redirect = Boggan wuu guuray
redirect-link = Tag cinwaanka cusub
table-region = Jadwal
task-done = La qabtay:
task-open = La qaban doono:
footnotes = Qoraal hoose
footnote-back = Ku noqo qoraalka

## Translations
coverage-link = Turjumaadaha boggan internetka
coverage = Turjumaado
coverage-lead = Waxa bogga internetka ku jira luqad kasta, iyo heerka turjumaad kasta ay marayso.
coverage-languages = Luqado
coverage-language = Luqad
coverage-source = Luqaddan ayaa lagu qoray
coverage-reviewed = Qof ayaa hubiyay
coverage-draft = Weli lama hubin
coverage-machine = Si otomaatig ah loo turjumay
coverage-outdated = Duugoobay
coverage-missing = Lama turjumin
coverage-current = Waa cusub yahay
coverage-share = { $percent } %
coverage-kinds = Nooca bogga
coverage-kind = Nooc
coverage-sections = Bogag guud

## Registers and lists
outcome-meeting = Kulan
outcome-overdue = dib u dhacay
registers = Diiwaanno
parts = Soo koob liiska
parts-all = Muuji dhammaan
parts-shown = La muujiyay:
parts-reset = Tirtir xulashada
sort = Kala hor
records-all = Arag dhammaan: { $title } ({ $count })
follow = La soco liiskan
follow-feeds = Akhriyaha wararku wuxuu kuu sheegayaa waxa cusub:
follow-calendar = Barnaamijka jadwalka taariikhda wuxuu muujinayaa waxa la qabanayo iyo goorta, isbeddelladana isagaa soo qaadanaya:
follow-open = Ku fur barnaamij jadwal taariikheed
follow-address = Ama cinwaankan ku koobi garee barnaamijkaaga jadwalka taariikhda:
data-files = Xog ahaan
data-files-text = Liiskan oo fayl ah, si loogu xisaabiyo ama loogu isticmaalo barnaamij kale.

## Feeds and calendars
example-title = { $title } (tusaale)
calendar-link = { $title } oo ku jira jadwalkaaga taariikhda

## Citations
cite = Tixraac agabkan
cite-download = U soo deji barnaamijka tixraacyada:
figure-source = Isha:
timeline = Taxanaha waqtiga
history = Isbeddellada qoraal-kulankan

## Glossary, what is new, how this hub works
used-in = Lagu isticmaalay
news-link = Waxa cusub
news = Waxa cusub
news-lead = Bogagga ugu cusub ee boggan internetka, iyo kuwii ugu dambeeyay ee isbeddelay.
news-new = Cusub
news-updated = La cusboonaysiiyay
types-link = Sida xaruntani u shaqeyso
types = Sida xaruntani u shaqeyso
types-lead = Noocyada bogagga ee jira, waxa ku jira, iyo sida ay isugu xiran yihiin.
types-common = Bog kasta
types-common-text = Bog kastaa wuxuu leeyahay cinwaan. Wuxuu kaloo yeelan karaa sharraxaad gaaban, iyo calaamad sheegaysa inuu yahay qabyo ama tusaale.
types-fields = Waxa ku jira
types-required = Mar walba la buuxiyo
types-private = Tifaftirayaasha keliya
types-choices = Mid ka mid ah
types-to = Wuxuu geynayaa
types-terms = Ka yimid liiska
types-parts = Qaybo
types-outcomes = Qoraalka waxaa ku jiri kara kuwan. Mid kasta waxaa laga sheegi karaa:
types-confidentiality = Waxa dadweynaha u furnaan kara
types-level-public = Wax walba waxay ku jiraan bogga internetka.
types-level-chatham = Qoraalku wuxuu ku jiraa bogga internetka. Ma sheegayo cidda ka qaybgashay, iyo cidda wax tiri.
types-level-summary = Cinwaanka, sharraxaadda iyo macluumaadka muhiimka ah waxay ku jiraan bogga internetka. Qoraalka iyo faylasha lama daabaco.
types-level-closed = Waxba kuma jiraan bogga internetka, xitaa in kulanku dhacay.
types-fallback-page = Haddii turjumaad maqan tahay, boggu wuxuu muujinayaa qoraalka oo luqad kale ah, wuuna sheegayaa, haddii aan hoos si kale loo sheegin.
types-fallback-list = Liisaska luqad kasta ayaa lagu magacaabaa. Haddii turjumaad maqan tahay, waxay geynayaan bogga oo luqad kale ah.
types-fallback-none = Waxaa heli kara oo keliya akhristayaasha luqadaha lagu qoray.
types-glossary = Marka bog kale uu eray noocaas ah markii ugu horreysay isticmaalo, eraygu wuxuu geynayaa sharraxaaddiisa.
types-languages = Akhristayaashu qoraalka waxay ku arkaan luqaddooda. Haddii uu maqan yahay, waxay ku arkaan luqadda xigta ee uu ku jiro.
types-otherwise = Haddii uu maqan yahay

data = Xog furan
data-lead = Waxa ku jira boggan internetka, oo faylal ah, si loogu xisaabiyo ama mar kale loo isticmaalo.
data-link = Xog furan
data-how = Liis kastaa wuxuu u jiraa jadwal (CSV) ahaan oo loogu talagalay xaashida xisaabinta iyo JSON ahaan oo barnaamij loogu talagalay. Faylashu waxay la isbeddelaan bogga internetka. Fure looma baahna. Wax walba waxaa sidoo kale laga akhrisan karaa bogga internetka laftiisa.
data-licence = Shati:
data-index = liiska faylasha oo dhan
data-catalog = isla liiska oo loogu talagalay buugaagta xogta (DCAT)
data-fields = Waxa tiir kasta ku jira

## The way out
exit = Ka bax bogga internetka
exit-title = Wax yar sug
exit-twice = Riix Shift laba jeer oo kale si aad uga baxdo boggan internetka.
exit-once = Riix Shift mar kale si aad uga baxdo boggan internetka.
menu = Liiska
home-next = Kulanka xiga
home-outcomes = Natiijooyinkii ugu dambeeyay

## Search
search = Raadi
search-lead = Hel go’aan, urur, agab ama erey. Waxa aad qorto waxay ku harayaan boggan.
search-link = Raadi
search-label = Raadi eray
search-count = La helay:
search-none = Waxba lama helin. Isku day eray ka gaaban ama mid kale, ama ka eeg liiska hoose.
search-failed = Raadintu hadda ma shaqeyneyso. Liiska hoose wuu shaqeynayaa.
search-more = Natiijooyin dheeraad ah
search-others = Sidoo kale luqado kale
search-kinds = Nooc
search-languages = Luqad
search-all = Dhammaan bogagga
search-group = Tag liiska: { $name }
search-kind-section = Guudmar
search-kind-file = Fayl
search-year = Sannad

print-online = Ku akhri internetka luqaddaada
print-issued = Taariikhda soo saarista
print-qr = Koodhka QR ee boggan
print-example = Tusaale: waxba oo warqaddan ku qoran run ahaan uma dhicin.
print-contents = Tusmo
paper = Warqad ahaan
paper-download = Soo deji (PDF)
paper-preview = Bogga koowaad ee
paper-pages =
  { $pages ->
     [one] PDF, { $pages } bog
    *[other] PDF, { $pages } bog
  }
paper-large = Far waaweyn
paper-press = Madbacadaha, oo leh calaamadaha gooynta
paper-all = Dhammaan luqadaha oo isku jira (ZIP)
paper-languages = Luqad kale
paper-hint = Waxa aad soo dejiso waxay ku harayaan qalabkaaga. Boggan wuxuu leeyahay isla qoraalka.
paper-sha256 = Lambarka hubinta (SHA-256)
paper-json = Xog loogu talagalay kuwa doonaya inay ku xiriiriyaan (JSON)

# The field in the head
search-close = Xir
search-narrow = Soo koob natiijooyinka

copy = Koobi garee
copied = Waa la koobiyeeyay

## Licence, duties and contact
footer-licence-label = Shatiga qoraallada:
footer-licence-others = Agabka ay dad kale sameeyeen wuxuu leeyahay shati u gaar ah.
footer-rights = Dhammaan xuquuqdu way dhowran tahay.
footer-source = Koodhka isha
footer-imprint = Macluumaadka daabacaha
footer-accessibility = Fududaynta gelitaanka
footer-privacy = Asturnaanta
footer-contact = La xiriir
footer-security = Soo sheeg dhibaato amni
accessibility-full = Boggan internetka wuxuu buuxiyaa shuruudaha fududaynta gelitaanka.
accessibility-partial = Boggan internetka qayb ahaan ayuu u buuxiyaa shuruudaha fududaynta gelitaanka.
accessibility-none = Boggan internetka ma buuxiyo shuruudaha fududaynta gelitaanka.
accessibility-untested = Weli cidna ma tijaabin in boggan internetka uu buuxiyo shuruudaha fududaynta gelitaanka.
