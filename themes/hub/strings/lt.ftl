# The words of the theme in Lithuanian. State: machine.

## On every page
skip-to-content = Pereiti prie turinio
shortcuts = Nuorodos
main-navigation = Pagrindinis meniu
breadcrumbs = Kelias iki puslapio
languages = Kalba
language-fallback = dar neišversta
language-missing = puslapio nėra, pereiti į pradžios puslapį
home = Pradžios puslapis
help-link = Reikia pagalbos?
footer-navigation = Apie šią svetainę

## Lists
list-count = { $count ->
    [one] { $count } įrašas
    [few] { $count } įrašai
    [many] { $count } įrašo
   *[other] { $count } įrašų
}
list-empty = Čia dar nieko nėra.
show-all = Žiūrėti visus: { $title }
pager = Šio sąrašo puslapiai
pager-position = { $page } puslapis iš { $pages }
pager-page = { $page } puslapis
pager-previous = Ankstesnis puslapis
pager-next = Kitas puslapis
term-broader = Priklauso
term-narrower = Dalys

## A page
toc = Šiame puslapyje
facts = Trumpai
files = Failai
files-hint = Atsisiųstas failas lieka įrenginyje.
related = Taip pat žr.
backlinks = Puslapiai, kuriuose yra nuoroda į šį puslapį
neighbours = Ankstesnis ir kitas
neighbour-previous = Ankstesnis
neighbour-next = Kitas
updated-on = Atnaujinta
date-and-time = { $date }, { $time } val.
yes = Taip
no = Ne
badge-draft = Juodraštis
badge-illustrative = Pavyzdys

## Notices at the top of a page
notice-draft-label = Juodraštis.
notice-draft = Šis puslapis dar nepaskelbtas.
notice-illustrative-label = Pavyzdys.
notice-illustrative = Viskas, ką čia skaitote, arba dalis to yra išgalvota, kad parodytų, kaip veikia žinių saugykla.
notice-fallback-label = Dar neišversta.
notice-fallback = Šio puslapio lietuvių kalba dar nėra. Toliau pateiktas tekstas kita kalba.
notice-machine-translation-label = Išversta automatiškai.
notice-machine-translation = Šio vertimo dar niekas nepatikrino. Kilus abejonių, galioja originalus tekstas.
notice-draft-translation-label = Vertimas rengiamas.
notice-draft-translation = Šis vertimas dar nepatikrintas. Kilus abejonių, galioja originalus tekstas.
notice-outdated-translation-label = Vertimas pasenęs.
notice-outdated-translation = Originalus tekstas pasikeitė po to, kai buvo parengtas šis vertimas. Kilus abejonių, galioja originalus tekstas.
notice-event-planned = Šis susitikimas dar tik įvyks.
notice-event-cancelled = Šis susitikimas neįvyks.
notice-event-postponed = Šis susitikimas įvyks kitą dieną, kuri dar nežinoma.
notice-source-link = Pereiti prie originalaus teksto
withheld-label = Tik santrauka.
withheld = Visi šio susitikimo užrašai nėra vieši.
confidentiality-public = Viešas
confidentiality-chatham = Chatham House Rule: kas pasakyta, galima dalytis, bet ne kas tai pasakė
confidentiality-summary = Vieša tik santrauka
confidentiality-closed = Uždaras

## Meetings
outcomes = Rezultatai
outcome = Rezultatas
outcome-owner = Atsakingas
outcome-due = Terminas
deadline-quarter = { $year } m. { $number } ketvirtis
deadline-season-1 = { $year } m. pavasaris
deadline-season-2 = { $year } m. vasara
deadline-season-3 = { $year } m. ruduo
deadline-season-4 = { $year } m. žiema
deadline-approximate = apytiksliai: { $period }
deadline-uncertain = { $period } (neaišku)
deadline-next-meeting = Kitas susitikimas
deadline-next-meeting-on = Kitas susitikimas, { $date }
deadline-ongoing = Nuolat
deadline-unknown = Bus nuspręsta
outcome-state = Būsena
outcome-number = Numeris
outcome-vote = Balsavimas
vote-for = už
vote-against = prieš
vote-abstain = susilaikė
vote-present = dalyvavo
vote-consensus = bendru sutarimu
outcome-agenda = Dar neužbaigta iš ankstesnių susitikimų
outcome-link = Nuoroda į { $id }: { $text }
outcome-follow-up = Praėjusio karto veiksmai
outcome-decision = Sprendimas
outcome-action = Veiksmas
outcome-recommendation = Rekomendacija
outcome-question = Klausimas
state-open = Neužbaigta
state-in-progress = Vykdoma
state-done = Atlikta
state-dropped = Atsisakyta
state-superseded = Pakeista

## Help and resources
emergency = Ar jums dabar gresia pavojus?
emergency-call = Skambinkite { $number }
phone-hint = Skambutis gali likti matomas telefono skambučių istorijoje.
resource-open = Pereiti prie ištekliaus:

## Boxes in a text
callout-note = Pastaba
callout-tip = Patarimas
callout-important = Svarbu
callout-warning = Įspėjimas
callout-caution = Atsargiai
callout-help = Pagalba

## Home page
home-doors = Ko ieškote?
door-stakeholders = Bendradarbiavimas
door-stakeholders-text = Organizacijoms ir valdžios institucijoms: kas aptarta ir nuspręsta ir kas dalyvauja.
door-professionals = Darbe
door-professionals-text = Specialistams: ištekliai naudoti ir skrajutės dalytis.
door-help = Kur rasti pagalbą
door-help-text = Visiems, kuriems reikia pagalbos: kas gali padėti ir kaip susisiekti.
home-activities = Veiklos
home-resources = Naujausi ištekliai
home-flyers = Skrajutės
home-feeds = Sekite naujienas
home-feeds-text = Naudodami kanalų skaityklę šios svetainės naujienas gausite be el. pašto adreso.

## Addresses that do not exist (any more)
not-found = Puslapis nerastas
not-found-text = Šio puslapio nėra arba jis perkeltas kitu adresu. Pabandykite vieną iš šių nuorodų.
redirect = Šis puslapis perkeltas
redirect-link = Pereiti nauju adresu
table-region = Lentelė
task-done = Padaryta:
task-open = Reikia padaryti:
footnotes = Išnašos
footnote-back = Grįžti į tekstą

## Translations
coverage-link = Šios svetainės vertimai
coverage = Vertimai
coverage-lead = Kas šioje svetainėje yra kiekviena kalba ir kiek pažengęs kiekvienas vertimas.
coverage-languages = Kalbos
coverage-language = Kalba
coverage-source = Parašyta šia kalba
coverage-reviewed = Patikrinta žmogaus
coverage-draft = Dar nepatikrinta
coverage-machine = Išversta automatiškai
coverage-outdated = Pasenę
coverage-missing = Neišversta
coverage-current = Atnaujinta
coverage-share = { $percent } %
coverage-kinds = Pagal puslapio rūšį
coverage-kind = Rūšis
coverage-sections = Apžvalgos puslapiai

## Registers and lists
outcome-meeting = Susitikimas
outcome-overdue = vėluoja
registers = Registrai
parts = Susiaurinti
parts-all = Rodyti visus
parts-shown = Rodoma:
parts-reset = Išvalyti pasirinkimus
sort = Rikiuoti
records-all = Žiūrėti visus: { $title } ({ $count })
follow = Sekti šį sąrašą
follow-feeds = Kanalų skaityklė praneša, kas naujo:
follow-calendar = Kalendoriaus programa rodo, kas iki kada turi būti padaryta, ir pati gauna pakeitimus:
follow-open = Atverti kalendoriaus programoje
follow-address = Arba nukopijuokite šį adresą į savo kalendoriaus programą:
data-files = Kaip duomenys
data-files-text = Šis sąrašas kaip failas skaičiuoti arba naudoti kitoje programoje.

## Feeds and calendars
example-title = { $title } (pavyzdys)
calendar-link = { $title } jūsų kalendoriuje

## Citations
cite = Cituoti šį išteklių
cite-download = Atsisiųsti citavimo programai:
figure-source = Šaltinis:
timeline = Laiko juosta
history = Šio protokolo pakeitimai

## Glossary, what is new, how this hub works
used-in = Vartojama puslapiuose
news-link = Kas naujo
news = Kas naujo
news-lead = Naujausi šios svetainės puslapiai ir vėliausiai pakeisti puslapiai.
news-new = Nauja
news-updated = Atnaujinta
types-link = Kaip veikia ši žinių saugykla
types = Kaip veikia ši žinių saugykla
types-lead = Kokių rūšių puslapių yra, kas juose pateikta ir kaip jie susiję.
types-common = Kiekviename puslapyje
types-common-text = Kiekvienas puslapis turi pavadinimą. Jis gali turėti ir trumpą aprašymą bei žymą, kad tai juodraštis arba pavyzdys.
types-fields = Kas jame pateikta
types-required = Visada užpildyta
types-private = Tik redaktoriams
types-choices = Vienas iš
types-to = Veda į
types-terms = Iš sąrašo
types-parts = Dalys
types-outcomes = Tekste gali būti šie dalykai. Apie kiekvieną jų gali būti nurodyta:
types-confidentiality = Kas gali būti vieša
types-level-public = Viskas yra svetainėje.
types-level-chatham = Tekstas yra svetainėje. Jame nepasakyta, kas dalyvavo ir kas ką pasakė.
types-level-summary = Pavadinimas, aprašymas ir pagrindiniai duomenys yra svetainėje. Tekstas ir failai neskelbiami.
types-level-closed = Svetainėje nėra nieko, net to, kad susitikimas įvyko.
types-fallback-page = Kai vertimo nėra, puslapis rodo tekstą kita kalba ir tai nurodo, nebent toliau pasakyta kitaip.
types-fallback-list = Sąrašuose jis minimas kiekviena kalba. Kai vertimo nėra, jie veda į puslapį kita kalba.
types-fallback-none = Jis yra tik skaitantiems tomis kalbomis, kuriomis parašytas.
types-glossary = Kai kitame puslapyje toks žodis vartojamas pirmą kartą, jis veda į savo paaiškinimą.
types-languages = Skaitytojai mato tekstą savo kalba. Jei jo nėra, jie mato jį kita kalba, kuria jis yra.
types-otherwise = Jei jo nėra

data = Atvirieji duomenys
data-lead = Šios svetainės turinys kaip failai skaičiuoti arba pakartotinai naudoti.
data-link = Atvirieji duomenys
data-how = Kiekvienas sąrašas pateikiamas kaip lentelė (CSV) skaičiuoklei ir kaip JSON programai. Failai keičiasi kartu su svetaine. Rakto nereikia. Viską galima perskaityti ir pačioje svetainėje.
data-licence = Licencija:
data-index = visų failų sąrašas
data-catalog = tas pats sąrašas duomenų katalogams (DCAT)
data-fields = Kas pateikta kiekviename stulpelyje

## The way out
exit = Palikti šią svetainę
exit-title = Vieną akimirką
exit-twice = Norėdami palikti šią svetainę, dar du kartus paspauskite Shift.
exit-once = Norėdami palikti šią svetainę, dar kartą paspauskite Shift.
menu = Meniu
home-next = Kitas susitikimas
home-outcomes = Naujausi rezultatai

## Search
search = Paieška
search-lead = Raskite sprendimą, organizaciją, išteklių ar sąvoką. Tai, ką rašote, lieka šiame puslapyje.
search-link = Paieška
search-label = Ieškoti žodžio
search-count = Rasta:
search-none = Nieko nerasta. Pabandykite trumpesnį arba kitą žodį arba žiūrėkite toliau esantį sąrašą.
search-failed = Paieška dabar neveikia. Toliau esantis sąrašas veikia.
search-more = Daugiau rezultatų
search-others = Taip pat kitomis kalbomis
search-kinds = Rūšis
search-languages = Kalba
search-all = Visi puslapiai
search-group = Į sąrašą: { $name }
search-kind-section = Apžvalga
search-kind-file = Failas
search-year = Metai

print-online = Skaitykite tai internete savo kalba
print-issued = Išleidimo data
print-qr = QR kodas į šį puslapį
print-example = Pavyzdys: nieko, kas rašoma šiame lape, iš tikrųjų neįvyko.
print-contents = Turinys
paper = Popieriuje
paper-download = Atsisiųsti (PDF)
paper-preview = Pirmas puslapis:
paper-pages =
  { $pages ->
     [one] PDF, { $pages } puslapis
     [few] PDF, { $pages } puslapiai
     [many] PDF, { $pages } puslapio
    *[other] PDF, { $pages } puslapių
  }
paper-large = Stambus šriftas
paper-press = Spaustuvėms, su apipjovimo ženklais
paper-all = Visos kalbos kartu (ZIP)
paper-languages = Kita kalba
paper-hint = Tai, ką atsisiunčiate, lieka jūsų įrenginyje. Šiame puslapyje yra tas pats tekstas.
paper-sha256 = Kontrolinė suma (SHA-256)
paper-json = Duomenys norintiems įdėti nuorodą (JSON)

# The field in the head
search-close = Užverti
search-narrow = Susiaurinti rezultatus

copy = Kopijuoti
copied = Nukopijuota

## Licence, duties and contact
footer-licence-label = Tekstų licencija:
footer-licence-others = Kitų sukurti ištekliai turi savo licenciją.
footer-rights = Visos teisės saugomos.
footer-source = Išeities kodas
footer-imprint = Leidėjo duomenys
footer-accessibility = Prieinamumas
footer-privacy = Privatumas
footer-contact = Kontaktai
footer-security = Pranešti apie saugumo problemą
accessibility-full = Ši svetainė atitinka prieinamumo reikalavimus.
accessibility-partial = Ši svetainė iš dalies atitinka prieinamumo reikalavimus.
accessibility-none = Ši svetainė neatitinka prieinamumo reikalavimų.
accessibility-untested = Dar niekas nepatikrino, ar ši svetainė atitinka prieinamumo reikalavimus.
