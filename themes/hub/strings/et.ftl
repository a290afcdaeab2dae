# The words of the theme in Estonian. State: machine.

## On every page
skip-to-content = Liigu sisu juurde
shortcuts = Kiirlingid
main-navigation = Peamenüü
breadcrumbs = Asukoht saidil
languages = Keel
language-fallback = veel tõlkimata
language-missing = leht pole saadaval, ava avaleht
home = Avaleht
help-link = Vajate abi?
footer-navigation = Sellest saidist

## Lists
list-count = { $count ->
    [one] { $count } kirje
   *[other] { $count } kirjet
}
list-empty = Siin ei ole veel midagi.
show-all = Vaata kõiki: { $title }
pager = Selle loendi lehed
pager-position = leht { $page } / { $pages }
pager-page = Leht { $page }
pager-previous = Eelmine leht
pager-next = Järgmine leht
term-broader = Kuulub teema alla
term-narrower = Osad

## A page
toc = Sellel lehel
facts = Lühidalt
files = Failid
files-hint = Allalaaditud fail jääb seadmesse.
related = Vaata ka
backlinks = Lehed, mis viitavad sellele lehele
neighbours = Eelmine ja järgmine
neighbour-previous = Eelmine
neighbour-next = Järgmine
updated-on = Uuendatud
date-and-time = { $date } kell { $time }
yes = Jah
no = Ei
badge-draft = Kavand
badge-illustrative = Näidis

## Notices at the top of a page
notice-draft-label = Kavand.
notice-draft = See leht ei ole veel avaldatud.
notice-illustrative-label = Näidis.
notice-illustrative = Kõik siin või osa sellest on välja mõeldud, et näidata, kuidas teabevärav töötab.
notice-fallback-label = Veel tõlkimata.
notice-fallback = See leht ei ole veel eesti keeles saadaval. Allpool on tekst teises keeles.
notice-machine-translation-label = Masintõlge.
notice-machine-translation = Keegi ei ole seda tõlget veel kontrollinud. Kahtluse korral kehtib algtekst.
notice-draft-translation-label = Tõlge on töös.
notice-draft-translation = Seda tõlget ei ole veel kontrollitud. Kahtluse korral kehtib algtekst.
notice-outdated-translation-label = Tõlge on aegunud.
notice-outdated-translation = Algtekst on pärast selle tõlke tegemist muutunud. Kahtluse korral kehtib algtekst.
notice-event-planned = See koosolek on alles tulemas.
notice-event-cancelled = Seda koosolekut ei toimu.
notice-event-postponed = See koosolek toimub teisel päeval, mis ei ole veel teada.
notice-source-link = Ava algtekst
withheld-label = Ainult kokkuvõte.
withheld = Selle koosoleku täielikud märkmed ei ole avalikud.
confidentiality-public = Avalik
confidentiality-chatham = Chatham House Rule: öeldut tohib jagada, aga mitte seda, kes seda ütles
confidentiality-summary = Avalik on ainult kokkuvõte
confidentiality-closed = Kinnine

## Meetings
outcomes = Tulemused
outcome = Tulemus
outcome-owner = Vastutaja
outcome-due = Tähtaeg
deadline-quarter = { $year }. aasta { $number }. kvartal
deadline-season-1 = { $year }. aasta kevad
deadline-season-2 = { $year }. aasta suvi
deadline-season-3 = { $year }. aasta sügis
deadline-season-4 = { $year }. aasta talv
deadline-approximate = umbes { $period }
deadline-uncertain = { $period } (pole kindel)
deadline-next-meeting = Järgmine koosolek
deadline-next-meeting-on = Järgmine koosolek, { $date }
deadline-ongoing = Pidev
deadline-unknown = Otsustamisel
outcome-state = Seis
outcome-number = Number
outcome-vote = Hääletus
vote-for = poolt
vote-against = vastu
vote-abstain = erapooletu
vote-present = kohal
vote-consensus = konsensusega
outcome-agenda = Varasematest koosolekutest veel lahtised
outcome-link = Link: { $id }: { $text }
outcome-follow-up = Eelmise korra tegevused
outcome-decision = Otsus
outcome-action = Tegevus
outcome-recommendation = Soovitus
outcome-question = Küsimus
state-open = Lahtine
state-in-progress = Töös
state-done = Tehtud
state-dropped = Ära jäetud
state-superseded = Asendatud

## Help and resources
emergency = Kas olete praegu ohus?
emergency-call = Helistage numbril { $number }
phone-hint = Kõne võib jääda telefoni kõnelogis nähtavaks.
resource-open = Ava materjal:

## Boxes in a text
callout-note = Märkus
callout-tip = Nõuanne
callout-important = Oluline
callout-warning = Hoiatus
callout-caution = Ettevaatust
callout-help = Abi

## Home page
home-doors = Mida otsite?
door-stakeholders = Koostöö
door-stakeholders-text = Organisatsioonidele ja ametiasutustele: mida arutati ja otsustati ning kes osalevad.
door-professionals = Töös
door-professionals-text = Spetsialistidele: materjalid kasutamiseks ja infolehed jagamiseks.
door-help = Abi leidmine
door-help-text = Kõigile, kes vajavad abi: kes saab aidata ja kuidas nendega ühendust võtta.
home-activities = Üritused
home-resources = Uusimad materjalid
home-flyers = Infolehed
home-feeds = Olge kursis
home-feeds-text = Voolugeja toob selle saidi uudised teieni ilma e-posti aadressita.

## Addresses that do not exist (any more)
not-found = Lehte ei leitud
not-found-text = Seda lehte ei ole või on see teisele aadressile kolinud. Proovige mõnda neist linkidest.
redirect = See leht on kolinud
redirect-link = Ava uus aadress
table-region = Tabel
task-done = Tehtud:
task-open = Teha:
footnotes = Joonealused märkused
footnote-back = Tagasi teksti juurde

## Translations
coverage-link = Selle saidi tõlked
coverage = Tõlked
coverage-lead = Mida sait igas keeles sisaldab ja kui kaugel iga tõlge on.
coverage-languages = Keeled
coverage-language = Keel
coverage-source = Kirjutatud selles keeles
coverage-reviewed = Inimese kontrollitud
coverage-draft = Veel kontrollimata
coverage-machine = Masintõlge
coverage-outdated = Aegunud
coverage-missing = Tõlkimata
coverage-current = Ajakohane
coverage-share = { $percent } %
coverage-kinds = Lehe liigi järgi
coverage-kind = Liik
coverage-sections = Ülevaatelehed

## Registers and lists
outcome-meeting = Koosolek
outcome-overdue = üle tähtaja
registers = Registrid
parts = Kitsenda valikut
parts-all = Näita kõiki
parts-shown = Kuvatud:
parts-reset = Tühista valikud
sort = Järjesta
records-all = Vaata kõiki: { $title } ({ $count })
follow = Jälgi seda loendit
follow-feeds = Voolugeja annab teada, mis on uut:
follow-calendar = Kalendriprogramm näitab, mis peab millal valmis olema, ja toob muudatused ise:
follow-open = Ava kalendriprogrammis
follow-address = Või kopeerige see aadress oma kalendriprogrammi:
data-files = Andmetena
data-files-text = See loend failina arvutamiseks või teises programmis kasutamiseks.

## Feeds and calendars
example-title = { $title } (näidis)
calendar-link = { $title } teie kalendris

## Citations
cite = Viita sellele materjalile
cite-download = Laadi alla viitehaldurile:
figure-source = Allikas:
timeline = Ajajoon
history = Muudatused selles protokollis

## Glossary, what is new, how this hub works
used-in = Kasutusel lehtedel
news-link = Mis on uut
news = Mis on uut
news-lead = Selle saidi uusimad ja viimati muutunud lehed.
news-new = Uus
news-updated = Uuendatud
types-link = Kuidas see teabevärav töötab
types = Kuidas see teabevärav töötab
types-lead = Milliseid lehti on, mida need sisaldavad ja kuidas need omavahel seotud on.
types-common = Igal lehel
types-common-text = Igal lehel on pealkiri. Sellel võib olla ka lühike kirjeldus ning märge, et see on kavand või näidis.
types-fields = Mida see sisaldab
types-required = Alati täidetud
types-private = Ainult toimetajatele
types-choices = Üks järgmistest
types-to = Viib lehele
types-terms = Loendist
types-parts = Osad
types-outcomes = Tekst võib sisaldada järgmist. Igaühe kohta võib olla kirjas:
types-confidentiality = Mis võib olla avalik
types-level-public = Kõik on saidil.
types-level-chatham = Tekst on saidil. Kirjas ei ole, kes osales ega kes mida ütles.
types-level-summary = Pealkiri, kirjeldus ja põhiandmed on saidil. Teksti ja faile ei avaldata.
types-level-closed = Saidil ei ole midagi, isegi mitte seda, et koosolek toimus.
types-fallback-page = Kui tõlge puudub, näitab leht teksti teises keeles ja ütleb seda, kui allpool ei ole öeldud teisiti.
types-fallback-list = Loendid nimetavad seda igas keeles. Kui tõlge puudub, viivad need teises keeles lehele.
types-fallback-none = See on olemas ainult nende keelte lugejatele, milles see on kirjutatud.
types-glossary = Kui teine leht kasutab sellist sõna esimest korda, viib sõna selle selgituseni.
types-languages = Lugejad näevad teksti oma keeles. Kui seda ei ole, näevad nad seda järgmises keeles, milles see on olemas.
types-otherwise = Kui see puudub

data = Avaandmed
data-lead = Selle saidi sisu failidena arvutamiseks või taaskasutuseks.
data-link = Avaandmed
data-how = Iga loend on saadaval tabelina (CSV) arvutustabeli jaoks ja JSON-ina programmi jaoks. Failid muutuvad koos saidiga. Võtit ei ole vaja. Kõike saab lugeda ka saidil endal.
data-licence = Litsents:
data-index = kõigi failide loend
data-catalog = sama loend andmekataloogidele (DCAT)
data-fields = Mida iga veerg sisaldab

## The way out
exit = Lahku sellelt saidilt
exit-title = Üks hetk
exit-twice = Saidilt lahkumiseks vajutage veel kaks korda klahvi Shift.
exit-once = Saidilt lahkumiseks vajutage veel üks kord klahvi Shift.
menu = Menüü
home-next = Järgmine koosolek
home-outcomes = Viimased tulemused

## Search
search = Otsing
search-lead = Leidke otsus, organisatsioon, materjal või mõiste. See, mida kirjutate, jääb sellele lehele.
search-link = Otsing
search-label = Otsi sõna
search-count = Leitud:
search-none = Midagi ei leitud. Proovige lühemat või muud sõna või vaadake allolevat loendit.
search-failed = Otsing praegu ei tööta. Allolev loend töötab.
search-more = Rohkem tulemusi
search-others = Ka teistes keeltes
search-kinds = Liik
search-languages = Keel
search-all = Kõik lehed
search-group = Loendisse: { $name }
search-kind-section = Ülevaade
search-kind-file = Fail
search-year = Aasta

print-online = Lugege seda veebis oma keeles
print-issued = Väljaandmise kuupäev
print-qr = Selle lehe QR-kood
print-example = Näidis: miski sellel lehel ei ole päriselt juhtunud.
print-contents = Sisukord
paper = Paberil
paper-download = Laadi alla (PDF)
paper-preview = Esimene lehekülg:
paper-pages =
  { $pages ->
     [one] PDF, { $pages } lehekülg
    *[other] PDF, { $pages } lehekülge
  }
paper-large = Suures kirjas
paper-press = Trükikodadele, lõikemärkidega
paper-all = Kõik keeled koos (ZIP)
paper-languages = Teises keeles
paper-hint = Allalaaditu jääb teie seadmesse. Sellel lehel on sama tekst.
paper-sha256 = Kontrollsumma (SHA-256)
paper-json = Andmed neile, kes soovivad siia linkida (JSON)

# The field in the head
search-close = Sulge
search-narrow = Kitsenda tulemusi

copy = Kopeeri
copied = Kopeeritud

## Licence, duties and contact
footer-licence-label = Tekstide litsents:
footer-licence-others = Teiste tehtud materjalidel on oma litsents.
footer-rights = Kõik õigused kaitstud.
footer-source = Lähtekood
footer-imprint = Väljaandja andmed
footer-accessibility = Ligipääsetavus
footer-privacy = Andmekaitse
footer-contact = Kontakt
footer-security = Teata turvaprobleemist
accessibility-full = See sait vastab ligipääsetavusnõuetele.
accessibility-partial = See sait vastab ligipääsetavusnõuetele osaliselt.
accessibility-none = See sait ei vasta ligipääsetavusnõuetele.
accessibility-untested = Keegi ei ole veel kontrollinud, kas see sait vastab ligipääsetavusnõuetele.
