# The words of the theme in Maltese. State: machine.

## On every page
skip-to-content = Mur għall-kontenut
shortcuts = Links rapidi
main-navigation = Menu ewlieni
breadcrumbs = Mogħdija tal-paġna
languages = Lingwa
language-fallback = għadu mhux tradott
language-missing = il-paġna mhix disponibbli, mur fil-paġna ewlenija
home = Paġna ewlenija
help-link = Għandek bżonn l-għajnuna?
footer-navigation = Dwar dan is-sit

## Lists
list-count = { $count ->
    [one] Element wieħed ({ $count })
    [two] { $count } elementi
    [few] { $count } elementi
    [many] { $count } element
   *[other] { $count } element
}
list-empty = Għad m’hawn xejn hawnhekk.
show-all = Ara kollox: { $title }
pager = Paġni ta’ din il-lista
pager-position = paġna { $page } minn { $pages }
pager-page = Paġna { $page }
pager-previous = Paġna ta’ qabel
pager-next = Paġna li jmiss
term-broader = Parti minn
term-narrower = Partijiet

## A page
toc = F’din il-paġna
facts = Fil-qosor
files = Fajls
files-hint = Fajl imniżżel jibqa’ fuq l-apparat.
related = Ara wkoll
backlinks = Paġni li jirreferu għal din il-paġna
neighbours = Ta’ qabel u li jmiss
neighbour-previous = Ta’ qabel
neighbour-next = Li jmiss
updated-on = Aġġornat fi
date-and-time = { $date }, { $time }
yes = Iva
no = Le
badge-draft = Abbozz
badge-illustrative = Eżempju

## Notices at the top of a page
notice-draft-label = Abbozz.
notice-draft = Din il-paġna għadha ma ġietx ippubblikata.
notice-illustrative-label = Eżempju.
notice-illustrative = Dak kollu li taqra hawn, jew parti minnu, huwa vvintat biex juri kif jaħdem iċ-ċentru tal-għarfien.
notice-fallback-label = Għadha mhix tradotta.
notice-fallback = Din il-paġna għadha mhix disponibbli bil-Malti. Hawn taħt hemm it-test b’lingwa oħra.
notice-machine-translation-label = Tradott awtomatikament.
notice-machine-translation = Għadu ħadd ma ċċekkja din it-traduzzjoni. F’każ ta’ dubju, jgħodd it-test oriġinali.
notice-draft-translation-label = Traduzzjoni għaddejja.
notice-draft-translation = Din it-traduzzjoni għadha ma ġietx iċċekkjata. F’każ ta’ dubju, jgħodd it-test oriġinali.
notice-outdated-translation-label = Traduzzjoni mhux aġġornata.
notice-outdated-translation = It-test oriġinali nbidel wara li saret din it-traduzzjoni. F’każ ta’ dubju, jgħodd it-test oriġinali.
notice-event-planned = Din il-laqgħa għad trid issir.
notice-event-cancelled = Din il-laqgħa mhix se ssir.
notice-event-postponed = Din il-laqgħa se ssir f’jum ieħor, li għadu mhux magħruf.
notice-source-link = Mur għat-test oriġinali
withheld-label = Sommarju biss.
withheld = In-noti sħaħ ta’ din il-laqgħa mhumiex pubbliċi.
confidentiality-public = Pubblika
confidentiality-chatham = Chatham House Rule: dak li ntqal jista’ jinqasam, min qalu le
confidentiality-summary = Is-sommarju biss huwa pubbliku
confidentiality-closed = Magħluqa

## Meetings
outcomes = Riżultati
outcome = Riżultat
outcome-owner = Responsabbli
outcome-due = Skadenza
deadline-quarter = it-trimestru { $number } tal-{ $year }
deadline-season-1 = ir-rebbiegħa { $year }
deadline-season-2 = is-sajf { $year }
deadline-season-3 = il-ħarifa { $year }
deadline-season-4 = ix-xitwa { $year }
deadline-approximate = madwar { $period }
deadline-uncertain = { $period } (mhux ċert)
deadline-next-meeting = Il-laqgħa li jmiss
deadline-next-meeting-on = Il-laqgħa li jmiss, { $date }
deadline-ongoing = Kontinwu
deadline-unknown = Għad irid jiġi deċiż
outcome-state = Status
outcome-number = Numru
outcome-vote = Vot
vote-for = favur
vote-against = kontra
vote-abstain = astjenew
vote-present = preżenti
vote-consensus = b’kunsens
outcome-agenda = Għadhom miftuħa minn laqgħat ta’ qabel
outcome-link = Link għal { $id }: { $text }
outcome-follow-up = Azzjonijiet mid-darba ta’ qabel
outcome-decision = Deċiżjoni
outcome-action = Azzjoni
outcome-recommendation = Rakkomandazzjoni
outcome-question = Mistoqsija
state-open = Miftuħ
state-in-progress = Għaddej
state-done = Lest
state-dropped = Imwarrab
state-superseded = Sostitwit

## Help and resources
emergency = Qiegħed fil-periklu bħalissa?
emergency-call = Ċempel { $number }
phone-hint = Telefonata tista’ tibqa’ tidher fl-istorja tat-telefonati tat-telefown.
resource-open = Mur għar-riżors:

## Boxes in a text
callout-note = Nota
callout-tip = Parir
callout-important = Importanti
callout-warning = Twissija
callout-caution = Attenzjoni
callout-help = Għajnuna

## Home page
home-doors = X’qed tfittex?
door-stakeholders = Naħdmu flimkien
door-stakeholders-text = Għall-organizzazzjonijiet u l-gvernijiet: x’ġie diskuss u deċiż, u min qed jipparteċipa.
door-professionals = Fuq ix-xogħol
door-professionals-text = Għall-professjonisti: riżorsi biex tużahom u fuljetti biex taqsamhom.
door-help = Kif issib l-għajnuna
door-help-text = Għal kull min għandu bżonn l-għajnuna: min jista’ jagħtiha, u kif tista’ tikkuntattjah.
home-activities = Attivitajiet
home-resources = L-aktar riżorsi ġodda
home-flyers = Fuljetti
home-feeds = Ibqa’ infurmat
home-feeds-text = Qarrej tal-feeds iġiblek l-aħbarijiet ta’ dan is-sit, mingħajr indirizz tal-email.

## Addresses that do not exist (any more)
not-found = Il-paġna ma nstabitx
not-found-text = Din il-paġna ma teżistix jew marret f’indirizz ieħor. Ipprova wieħed minn dawn il-links.
redirect = Din il-paġna marret f’indirizz ieħor
redirect-link = Mur fl-indirizz il-ġdid
table-region = Tabella
task-done = Lest:
task-open = Li għad irid isir:
footnotes = Noti f’qiegħ il-paġna
footnote-back = Lura għat-test

## Translations
coverage-link = Traduzzjonijiet ta’ dan is-sit
coverage = Traduzzjonijiet
coverage-lead = X’hemm f’dan is-sit b’kull lingwa, u fejn waslet kull traduzzjoni.
coverage-languages = Lingwi
coverage-language = Lingwa
coverage-source = Miktub b’din il-lingwa
coverage-reviewed = Iċċekkjat minn persuna
coverage-draft = Għadu mhux iċċekkjat
coverage-machine = Tradott awtomatikament
coverage-outdated = Mhux aġġornat
coverage-missing = Mhux tradott
coverage-current = Aġġornat
coverage-share = { $percent } %
coverage-kinds = Skont it-tip ta’ paġna
coverage-kind = Tip
coverage-sections = Paġni ta’ ħarsa ġenerali

## Registers and lists
outcome-meeting = Laqgħa
outcome-overdue = tard
registers = Reġistri
parts = Naqqas il-lista
parts-all = Uri kollox
parts-shown = Qed jintwera:
parts-reset = Neħħi l-għażliet
sort = Issortja
records-all = Ara kollox: { $title } ({ $count })
follow = Segwi din il-lista
follow-feeds = Qarrej tal-feeds jgħidlek x’hemm ġdid:
follow-calendar = Programm tal-kalendarju juri x’irid isir u sa meta, u jġib il-bidliet waħdu:
follow-open = Iftaħ fi programm tal-kalendarju
follow-address = Jew ikkopja dan l-indirizz fil-programm tal-kalendarju tiegħek:
data-files = Bħala data
data-files-text = Din il-lista bħala fajl, biex tagħmel kalkoli jew tużaha fi programm ieħor.

## Feeds and calendars
example-title = { $title } (eżempju)
calendar-link = { $title } fil-kalendarju tiegħek

## Citations
cite = Iċċita dan ir-riżors
cite-download = Niżżel għal programm tar-referenzi:
figure-source = Sors:
timeline = Kronoloġija
history = Bidliet f’dawn il-minuti

## Glossary, what is new, how this hub works
used-in = Użat fi
news-link = X’hemm ġdid
news = X’hemm ġdid
news-lead = L-aktar paġni ġodda ta’ dan is-sit, u dawk li nbidlu l-aħħar.
news-new = Ġdid
news-updated = Aġġornat
types-link = Kif jaħdem dan iċ-ċentru
types = Kif jaħdem dan iċ-ċentru
types-lead = X’tipi ta’ paġni hemm, x’fihom, u kif jappartjenu flimkien.
types-common = Fuq kull paġna
types-common-text = Kull paġna għandha titlu. Jista’ jkollha wkoll deskrizzjoni qasira, u marka li tgħid li hi abbozz jew eżempju.
types-fields = X’fiha
types-required = Dejjem jimtela
types-private = Għall-edituri biss
types-choices = Wieħed minn
types-to = Twassal għal
types-terms = Mil-lista
types-parts = Partijiet
types-outcomes = It-test jista’ jkun fih dawn. Dwar kull wieħed minnhom jista’ jgħid:
types-confidentiality = X’jista’ jkun pubbliku
types-level-public = Kollox jinsab fuq is-sit.
types-level-chatham = It-test jinsab fuq is-sit. Ma jgħidx min ipparteċipa, u lanqas min qal xiex.
types-level-summary = It-titlu, id-deskrizzjoni u l-fatti jinsabu fuq is-sit. It-test u l-fajls ma jiġux ippubblikati.
types-level-closed = Xejn ma jinsab fuq is-sit, lanqas li saret il-laqgħa.
types-fallback-page = Meta traduzzjoni tkun nieqsa, il-paġna turi t-test b’lingwa oħra u tgħid dan, sakemm hawn taħt ma jingħadx mod ieħor.
types-fallback-list = Il-listi jsemmuha b’kull lingwa. Meta traduzzjoni tkun nieqsa, iwasslu għall-paġna b’lingwa oħra.
types-fallback-none = Teżisti biss għall-qarrejja tal-lingwi li nkitbet bihom.
types-glossary = Meta paġna oħra tuża kelma bħal din għall-ewwel darba, il-kelma twassal għat-tifsira tagħha.
types-languages = Il-qarrejja jaraw test bil-lingwa tagħhom. Jekk ikun nieqes, jarawh bil-lingwa li jmiss li għandha dak it-test.
types-otherwise = Jekk ikun nieqes

data = Data miftuħa
data-lead = X’hemm fuq dan is-sit, bħala fajls biex tagħmel kalkoli jew terġa’ tużahom.
data-link = Data miftuħa
data-how = Kull lista hija disponibbli bħala tabella (CSV) għal spreadsheet u bħala JSON għal programm. Il-fajls jinbidlu mas-sit. M’hemmx bżonn ċavetta. Kollox jista’ jinqara wkoll fuq is-sit stess.
data-licence = Liċenzja:
data-index = lista tal-fajls kollha
data-catalog = l-istess lista għall-katalgi tad-data (DCAT)
data-fields = X’fiha kull kolonna

## The way out
exit = Oħroġ minn dan is-sit
exit-title = Mument
exit-twice = Agħfas Shift darbtejn oħra biex toħroġ minn dan is-sit.
exit-once = Agħfas Shift darba oħra biex toħroġ minn dan is-sit.
menu = Menu
home-next = Il-laqgħa li jmiss
home-outcomes = L-aħħar riżultati

## Search
search = Fittex
search-lead = Sib deċiżjoni, organizzazzjoni, riżors jew terminu. Dak li tikteb jibqa’ f’din il-paġna.
search-link = Fittex
search-label = Fittex kelma
search-count = Instabu:
search-none = Ma nstab xejn. Ipprova kelma iqsar jew oħra, jew ara l-lista hawn taħt.
search-failed = It-tfittxija bħalissa mhix taħdem. Il-lista hawn taħt taħdem.
search-more = Aktar riżultati
search-others = B’lingwi oħra wkoll
search-kinds = Tip
search-languages = Lingwa
search-all = Il-paġni kollha
search-group = Għal-lista: { $name }
search-kind-section = Ħarsa ġenerali
search-kind-file = Fajl
search-year = Sena

print-online = Aqra dan online, bil-lingwa tiegħek
print-issued = Data tal-ħruġ
print-qr = Kodiċi QR għal din il-paġna
print-example = Eżempju: xejn minn dak li hemm fuq din il-folja ma ġara tassew.
print-contents = Werrej
paper = Fuq il-karta
paper-download = Niżżel (PDF)
paper-preview = L-ewwel paġna ta’
paper-pages =
  { $pages ->
     [one] PDF, paġna waħda ({ $pages })
     [two] PDF, { $pages } paġni
     [few] PDF, { $pages } paġni
     [many] PDF, { $pages } paġna
    *[other] PDF, { $pages } paġna
  }
paper-large = B’tipa kbira
paper-press = Għall-istamperiji, bil-marki tal-qtugħ
paper-all = Il-lingwi kollha flimkien (ZIP)
paper-languages = B’lingwa oħra
paper-hint = Dak li tniżżel jibqa’ fuq l-apparat tiegħek. Din il-paġna għandha l-istess test.
paper-sha256 = Somma ta’ kontroll (SHA-256)
paper-json = Data għal min irid jagħmel link għalih (JSON)

# The field in the head
search-close = Agħlaq
search-narrow = Naqqas ir-riżultati

copy = Ikkopja
copied = Ikkupjat

## Licence, duties and contact
footer-licence-label = Liċenzja tat-testi:
footer-licence-others = Ir-riżorsi magħmula minn oħrajn għandhom il-liċenzja tagħhom.
footer-rights = Id-drittijiet kollha riżervati.
footer-source = Kodiċi sors
footer-imprint = Dwar il-pubblikatur
footer-accessibility = Aċċessibbiltà
footer-privacy = Privatezza
footer-contact = Kuntatt
footer-security = Irrapporta problema ta’ sigurtà
accessibility-full = Dan is-sit jissodisfa r-rekwiżiti tal-aċċessibbiltà.
accessibility-partial = Dan is-sit jissodisfa parzjalment ir-rekwiżiti tal-aċċessibbiltà.
accessibility-none = Dan is-sit ma jissodisfax ir-rekwiżiti tal-aċċessibbiltà.
accessibility-untested = Għadu ħadd ma ttestja jekk dan is-sit jissodisfax ir-rekwiżiti tal-aċċessibbiltà.
