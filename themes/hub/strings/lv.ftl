# The words of the theme in Latvian. State: machine.

## On every page
skip-to-content = Pāriet uz saturu
shortcuts = Īsceļi
main-navigation = Galvenā izvēlne
breadcrumbs = Atrašanās vieta
languages = Valoda
language-fallback = vēl nav iztulkots
language-missing = lapa nav pieejama, pāriet uz sākumlapu
home = Sākumlapa
help-link = Vajadzīga palīdzība?
footer-navigation = Par šo vietni

## Lists
list-count = { $count ->
    [zero] { $count } ierakstu
    [one] { $count } ieraksts
   *[other] { $count } ieraksti
}
list-empty = Šeit vēl nekā nav.
show-all = Skatīt visu: { $title }
pager = Šī saraksta lapas
pager-position = { $page }. lapa no { $pages }
pager-page = { $page }. lapa
pager-previous = Iepriekšējā lapa
pager-next = Nākamā lapa
term-broader = Ietilpst
term-narrower = Daļas

## A page
toc = Šajā lapā
facts = Īsumā
files = Faili
files-hint = Lejupielādētais fails paliek ierīcē.
related = Skatīt arī
backlinks = Lapas, kas atsaucas uz šo lapu
neighbours = Iepriekšējā un nākamā
neighbour-previous = Iepriekšējā
neighbour-next = Nākamā
updated-on = Atjaunināts
date-and-time = { $date }, plkst. { $time }
yes = Jā
no = Nē
badge-draft = Melnraksts
badge-illustrative = Piemērs

## Notices at the top of a page
notice-draft-label = Melnraksts.
notice-draft = Šī lapa vēl nav publicēta.
notice-illustrative-label = Piemērs.
notice-illustrative = Viss šeit rakstītais vai daļa no tā ir izdomāta, lai parādītu, kā darbojas zināšanu krātuve.
notice-fallback-label = Vēl nav iztulkots.
notice-fallback = Šī lapa vēl nav pieejama latviešu valodā. Zemāk ir teksts citā valodā.
notice-machine-translation-label = Iztulkots automātiski.
notice-machine-translation = Šo tulkojumu vēl neviens nav pārbaudījis. Šaubu gadījumā spēkā ir oriģinālais teksts.
notice-draft-translation-label = Tulkojums tiek gatavots.
notice-draft-translation = Šis tulkojums vēl nav pārbaudīts. Šaubu gadījumā spēkā ir oriģinālais teksts.
notice-outdated-translation-label = Tulkojums ir novecojis.
notice-outdated-translation = Oriģinālais teksts ir mainīts pēc šī tulkojuma sagatavošanas. Šaubu gadījumā spēkā ir oriģinālais teksts.
notice-event-planned = Šī sanāksme vēl tikai notiks.
notice-event-cancelled = Šī sanāksme nenotiks.
notice-event-postponed = Šī sanāksme notiks citā dienā, kas vēl nav zināma.
notice-source-link = Pāriet uz oriģinālo tekstu
withheld-label = Tikai kopsavilkums.
withheld = Pilnās šīs sanāksmes piezīmes nav publiskas.
confidentiality-public = Publiska
confidentiality-chatham = Chatham House Rule: teikto drīkst izplatīt, bet ne to, kas to teica
confidentiality-summary = Publisks ir tikai kopsavilkums
confidentiality-closed = Slēgta

## Meetings
outcomes = Rezultāti
outcome = Rezultāts
outcome-owner = Atbildīgais
outcome-due = Termiņš
deadline-quarter = { $year }. gada { $number }. ceturksnis
deadline-season-1 = { $year }. gada pavasaris
deadline-season-2 = { $year }. gada vasara
deadline-season-3 = { $year }. gada rudens
deadline-season-4 = { $year }. gada ziema
deadline-approximate = aptuveni: { $period }
deadline-uncertain = { $period } (nav droši)
deadline-next-meeting = Nākamā sanāksme
deadline-next-meeting-on = Nākamā sanāksme, { $date }
deadline-ongoing = Pastāvīgi
deadline-unknown = Vēl jānosaka
outcome-state = Statuss
outcome-number = Numurs
outcome-vote = Balsojums
vote-for = par
vote-against = pret
vote-abstain = atturas
vote-present = klāt
vote-consensus = ar vienprātību
outcome-agenda = Vēl atvērti no iepriekšējām sanāksmēm
outcome-link = Saite uz { $id }: { $text }
outcome-follow-up = Darbības no iepriekšējās reizes
outcome-decision = Lēmums
outcome-action = Darbība
outcome-recommendation = Ieteikums
outcome-question = Jautājums
state-open = Atvērts
state-in-progress = Procesā
state-done = Izpildīts
state-dropped = Atcelts
state-superseded = Aizstāts

## Help and resources
emergency = Vai esat briesmās?
emergency-call = Zvaniet { $number }
phone-hint = Zvans var palikt redzams tālruņa zvanu vēsturē.
resource-open = Pāriet uz materiālu:

## Boxes in a text
callout-note = Piezīme
callout-tip = Padoms
callout-important = Svarīgi
callout-warning = Brīdinājums
callout-caution = Uzmanību
callout-help = Palīdzība

## Home page
home-doors = Ko jūs meklējat?
door-stakeholders = Sadarbība
door-stakeholders-text = Organizācijām un iestādēm: kas ir apspriests un nolemts un kas piedalās.
door-professionals = Darbā
door-professionals-text = Speciālistiem: materiāli lietošanai un skrejlapas izplatīšanai.
door-help = Palīdzības atrašana
door-help-text = Ikvienam, kam vajadzīga palīdzība: kas to var sniegt un kā ar viņiem sazināties.
home-activities = Aktivitātes
home-resources = Jaunākie materiāli
home-flyers = Skrejlapas
home-feeds = Esiet informēti
home-feeds-text = Plūsmu lasītājs piegādā jums šīs vietnes jaunumus bez e-pasta adreses.

## Addresses that do not exist (any more)
not-found = Lapa nav atrasta
not-found-text = Šādas lapas nav, vai tā ir pārcelta uz citu adresi. Izmēģiniet kādu no šīm saitēm.
redirect = Šī lapa ir pārcelta
redirect-link = Pāriet uz jauno adresi
table-region = Tabula
task-done = Izdarīts:
task-open = Jāizdara:
footnotes = Zemsvītras piezīmes
footnote-back = Atpakaļ uz tekstu

## Translations
coverage-link = Šīs vietnes tulkojumi
coverage = Tulkojumi
coverage-lead = Kas šajā vietnē ir katrā valodā un cik tālu ir katrs tulkojums.
coverage-languages = Valodas
coverage-language = Valoda
coverage-source = Rakstīts šajā valodā
coverage-reviewed = Cilvēka pārbaudīts
coverage-draft = Vēl nav pārbaudīts
coverage-machine = Iztulkots automātiski
coverage-outdated = Novecojis
coverage-missing = Nav iztulkots
coverage-current = Aktuāls
coverage-share = { $percent } %
coverage-kinds = Pēc lapas veida
coverage-kind = Veids
coverage-sections = Pārskata lapas

## Registers and lists
outcome-meeting = Sanāksme
outcome-overdue = nokavēts
registers = Reģistri
parts = Sašaurināt izvēli
parts-all = Rādīt visu
parts-shown = Parādīts:
parts-reset = Notīrīt izvēli
sort = Kārtot
records-all = Skatīt visu: { $title } ({ $count })
follow = Sekot šim sarakstam
follow-feeds = Plūsmu lasītājs paziņo, kas ir jauns:
follow-calendar = Kalendāra programma rāda, kam kad jābūt gatavam, un pati saņem izmaiņas:
follow-open = Atvērt kalendāra programmā
follow-address = Vai nokopējiet šo adresi savā kalendāra programmā:
data-files = Kā dati
data-files-text = Šis saraksts kā fails aprēķiniem vai lietošanai citā programmā.

## Feeds and calendars
example-title = { $title } (piemērs)
calendar-link = { $title } jūsu kalendārā

## Citations
cite = Citēt šo materiālu
cite-download = Lejupielādēt atsauču pārvaldības programmai:
figure-source = Avots:
timeline = Laika līnija
history = Izmaiņas šajā protokolā

## Glossary, what is new, how this hub works
used-in = Lietots lapās
news-link = Kas jauns
news = Kas jauns
news-lead = Šīs vietnes jaunākās lapas un tās, kas pēdējās mainījušās.
news-new = Jauns
news-updated = Atjaunināts
types-link = Kā darbojas šī zināšanu krātuve
types = Kā darbojas šī zināšanu krātuve
types-lead = Kādi lapu veidi ir, ko tie satur un kā tie saistīti.
types-common = Katrā lapā
types-common-text = Katrai lapai ir virsraksts. Tai var būt arī īss apraksts un atzīme, ka tas ir melnraksts vai piemērs.
types-fields = Ko tā satur
types-required = Vienmēr aizpildīts
types-private = Tikai redaktoriem
types-choices = Viens no
types-to = Ved uz
types-terms = No saraksta
types-parts = Daļas
types-outcomes = Tekstā var būt šādi elementi. Par katru no tiem var norādīt:
types-confidentiality = Kas drīkst būt publisks
types-level-public = Viss ir vietnē.
types-level-chatham = Teksts ir vietnē. Tajā nav teikts, kas piedalījās un kas ko teica.
types-level-summary = Virsraksts, apraksts un pamatdati ir vietnē. Teksts un faili netiek publicēti.
types-level-closed = Vietnē nav nekā, pat ne tas, ka sanāksme notika.
types-fallback-page = Ja tulkojuma nav, lapa rāda tekstu citā valodā un to norāda, ja vien zemāk nav teikts citādi.
types-fallback-list = Saraksti to nosauc katrā valodā. Ja tulkojuma nav, tie ved uz lapu citā valodā.
types-fallback-none = Tas ir tikai to valodu lasītājiem, kurās tas ir rakstīts.
types-glossary = Kad cita lapa pirmo reizi lieto šādu vārdu, vārds ved uz tā skaidrojumu.
types-languages = Lasītāji redz tekstu savā valodā. Ja tā nav, viņi to redz nākamajā valodā, kurā tas ir.
types-otherwise = Ja tā nav

data = Atvērtie dati
data-lead = Šīs vietnes saturs kā faili aprēķiniem vai atkalizmantošanai.
data-link = Atvērtie dati
data-how = Katrs saraksts ir pieejams kā tabula (CSV) izklājlapai un kā JSON programmai. Faili mainās līdz ar vietni. Atslēga nav vajadzīga. Visu var lasīt arī pašā vietnē.
data-licence = Licence:
data-index = visu failu saraksts
data-catalog = tas pats saraksts datu katalogiem (DCAT)
data-fields = Ko satur katra kolonna

## The way out
exit = Pamest šo vietni
exit-title = Vienu mirkli
exit-twice = Lai pamestu šo vietni, nospiediet Shift vēl divas reizes.
exit-once = Lai pamestu šo vietni, nospiediet Shift vēl vienu reizi.
menu = Izvēlne
home-next = Nākamā sanāksme
home-outcomes = Jaunākie rezultāti

## Search
search = Meklēšana
search-lead = Atrodiet lēmumu, organizāciju, materiālu vai terminu. Tas, ko rakstāt, paliek šajā lapā.
search-link = Meklēšana
search-label = Meklēt vārdu
search-count = Atrasts:
search-none = Nekas nav atrasts. Izmēģiniet īsāku vai citu vārdu vai skatiet zemāk esošo sarakstu.
search-failed = Meklēšana pašlaik nedarbojas. Zemāk esošais saraksts darbojas.
search-more = Vairāk rezultātu
search-others = Arī citās valodās
search-kinds = Veids
search-languages = Valoda
search-all = Visas lapas
search-group = Uz sarakstu: { $name }
search-kind-section = Pārskats
search-kind-file = Fails
search-year = Gads

print-online = Lasiet to tiešsaistē savā valodā
print-issued = Izdošanas datums
print-qr = QR kods uz šo lapu
print-example = Piemērs: nekas no šajā lapā aprakstītā nav noticis īstenībā.
print-contents = Saturs
paper = Uz papīra
paper-download = Lejupielādēt (PDF)
paper-preview = Pirmā lappuse:
paper-pages =
  { $pages ->
     [zero] PDF, { $pages } lappušu
     [one] PDF, { $pages } lappuse
    *[other] PDF, { $pages } lappuses
  }
paper-large = Lieliem burtiem
paper-press = Tipogrāfijām, ar griezuma zīmēm
paper-all = Visas valodas kopā (ZIP)
paper-languages = Citā valodā
paper-hint = Lejupielādētais paliek jūsu ierīcē. Šajā lapā ir tas pats teksts.
paper-sha256 = Kontrolsumma (SHA-256)
paper-json = Dati tiem, kas vēlas veidot saiti (JSON)

# The field in the head
search-close = Aizvērt
search-narrow = Sašaurināt rezultātus

copy = Kopēt
copied = Nokopēts

## Licence, duties and contact
footer-licence-label = Tekstu licence:
footer-licence-others = Citu veidotajiem materiāliem ir sava licence.
footer-rights = Visas tiesības aizsargātas.
footer-source = Pirmkods
footer-imprint = Izdevēja dati
footer-accessibility = Piekļūstamība
footer-privacy = Privātums
footer-contact = Saziņa
footer-security = Ziņot par drošības problēmu
accessibility-full = Šī vietne atbilst piekļūstamības prasībām.
accessibility-partial = Šī vietne daļēji atbilst piekļūstamības prasībām.
accessibility-none = Šī vietne neatbilst piekļūstamības prasībām.
accessibility-untested = Vēl neviens nav pārbaudījis, vai šī vietne atbilst piekļūstamības prasībām.
