# Temaets ord. State: machine.

## On every page
skip-to-content = Gå til indholdet
shortcuts = Genveje
main-navigation = Hovedmenu
breadcrumbs = Brødkrummesti
languages = Sprog
language-fallback = endnu ikke oversat
language-missing = siden findes ikke, gå til forsiden
home = Forside
help-link = Brug for hjælp?
footer-navigation = Om dette websted

## Lists
list-count = { $count ->
    [one] { $count } element
   *[other] { $count } elementer
}
list-empty = Her er ikke noget endnu.
show-all = Se alle: { $title }
pager = Sider i denne liste
pager-position = side { $page } af { $pages }
pager-page = Side { $page }
pager-previous = Forrige side
pager-next = Næste side
term-broader = Del af
term-narrower = Dele

## A page
toc = På denne side
facts = Kort fortalt
files = Filer
files-hint = En hentet fil bliver liggende på enheden.
related = Se også
backlinks = Sider, der henviser hertil
neighbours = Forrige og næste
neighbour-previous = Forrige
neighbour-next = Næste
updated-on = Opdateret
date-and-time = { $date } kl. { $time }
yes = Ja
no = Nej
badge-draft = Udkast
badge-illustrative = Eksempel

## Notices at the top of a page
notice-draft-label = Udkast.
notice-draft = Denne side er endnu ikke offentliggjort.
notice-illustrative-label = Eksempel.
notice-illustrative = Det, du læser her, er helt eller delvist opdigtet for at vise, hvordan portalen fungerer.
notice-fallback-label = Endnu ikke oversat.
notice-fallback = Denne side findes endnu ikke på dansk. Nedenfor står teksten på et andet sprog.
notice-machine-translation-label = Oversat automatisk.
notice-machine-translation = Ingen har endnu kontrolleret denne oversættelse. I tvivlstilfælde gælder den oprindelige tekst.
notice-draft-translation-label = Oversættelse i gang.
notice-draft-translation = Denne oversættelse er endnu ikke kontrolleret. I tvivlstilfælde gælder den oprindelige tekst.
notice-outdated-translation-label = Forældet oversættelse.
notice-outdated-translation = Den oprindelige tekst er ændret, siden denne oversættelse blev lavet. I tvivlstilfælde gælder den oprindelige tekst.
notice-event-planned = Dette møde er endnu ikke holdt.
notice-event-cancelled = Dette møde bliver ikke holdt.
notice-event-postponed = Dette møde bliver holdt en anden dag, som endnu ikke kendes.
notice-source-link = Gå til den oprindelige tekst
withheld-label = Kun resumé.
withheld = Det fulde referat af dette møde er ikke offentligt.
confidentiality-public = Offentligt
confidentiality-chatham = Chatham House Rule: det, der blev sagt, må deles, men ikke hvem der sagde det
confidentiality-summary = Kun resuméet er offentligt
confidentiality-closed = Lukket

## Meetings
outcomes = Resultater
outcome = Resultat
outcome-owner = Ansvarlig
outcome-due = Frist
deadline-quarter = { $number }. kvartal { $year }
deadline-season-1 = foråret { $year }
deadline-season-2 = sommeren { $year }
deadline-season-3 = efteråret { $year }
deadline-season-4 = vinteren { $year }
deadline-approximate = omkring { $period }
deadline-uncertain = { $period } (usikkert)
deadline-next-meeting = Næste møde
deadline-next-meeting-on = Næste møde, { $date }
deadline-ongoing = Løbende
deadline-unknown = Fastlægges senere
outcome-state = Status
outcome-number = Nummer
outcome-vote = Afstemning
vote-for = for
vote-against = imod
vote-abstain = undlod at stemme
vote-present = til stede
vote-consensus = ved konsensus
outcome-agenda = Stadig åbent fra tidligere møder
outcome-link = Link til { $id }: { $text }
outcome-follow-up = Opgaver fra sidst
outcome-decision = Beslutning
outcome-action = Opgave
outcome-recommendation = Anbefaling
outcome-question = Spørgsmål
state-open = Åben
state-in-progress = I gang
state-done = Udført
state-dropped = Bortfaldet
state-superseded = Erstattet

## Help and resources
emergency = Er du i fare nu?
emergency-call = Ring { $number }
phone-hint = Et opkald kan forblive synligt i telefonens opkaldsliste.
resource-open = Gå til materialet:

## Boxes in a text
callout-note = Bemærk
callout-tip = Tip
callout-important = Vigtigt
callout-warning = Advarsel
callout-caution = Pas på
callout-help = Hjælp

## Home page
home-doors = Hvad leder du efter?
door-stakeholders = Samarbejde
door-stakeholders-text = For organisationer og myndigheder: hvad der er drøftet og besluttet, og hvem der deltager.
door-professionals = På arbejdet
door-professionals-text = For fagfolk: materialer til brug og foldere til at dele ud.
door-help = Find hjælp
door-help-text = For alle, der har brug for hjælp: hvem der kan give den, og hvordan man får fat i dem.
home-activities = Aktiviteter
home-resources = Nyeste materialer
home-flyers = Foldere
home-feeds = Hold dig orienteret
home-feeds-text = En feedlæser bringer nyt fra dette websted til dig uden e-mailadresse.

## Addresses that do not exist (any more)
not-found = Siden blev ikke fundet
not-found-text = Denne side findes ikke eller er flyttet til en anden adresse. Prøv et af disse links.
redirect = Denne side er flyttet
redirect-link = Gå til den nye adresse
table-region = Tabel
task-done = Gjort:
task-open = Mangler:
footnotes = Fodnoter
footnote-back = Tilbage til teksten

## Translations
coverage-link = Oversættelser af dette websted
coverage = Oversættelser
coverage-lead = Hvad der står på dette websted på hvert sprog, og hvor langt hver oversættelse er.
coverage-languages = Sprog
coverage-language = Sprog
coverage-source = Skrevet på dette sprog
coverage-reviewed = Kontrolleret af et menneske
coverage-draft = Endnu ikke kontrolleret
coverage-machine = Oversat automatisk
coverage-outdated = Forældet
coverage-missing = Ikke oversat
coverage-current = Aktuel
coverage-share = { $percent } %
coverage-kinds = Efter sidetype
coverage-kind = Type
coverage-sections = Oversigtssider

## Registers and lists
outcome-meeting = Møde
outcome-overdue = overskredet
registers = Registre
parts = Afgræns
parts-all = Vis alle
parts-shown = Vist:
parts-reset = Ryd valg
sort = Sortér
records-all = Se alle: { $title } ({ $count })
follow = Følg denne liste
follow-feeds = En feedlæser fortæller, hvad der er nyt:
follow-calendar = Et kalenderprogram viser fristerne og henter selv ændringer:
follow-open = Åbn i et kalenderprogram
follow-address = Eller kopiér denne adresse til dit kalenderprogram:
data-files = Som data
data-files-text = Denne liste som fil, til at regne med eller bruge i et andet program.

## Feeds and calendars
example-title = { $title } (eksempel)
calendar-link = { $title } i din egen kalender

## Citations
cite = Henvis til dette materiale
cite-download = Hent til et referenceprogram:
figure-source = Kilde:
timeline = Tidslinje
history = Ændringer i dette referat

## Glossary, what is new, how this hub works
used-in = Bruges i
news-link = Nyt
news = Nyt
news-lead = De nyeste sider på dette websted og dem, der sidst er ændret.
news-new = Ny
news-updated = Opdateret
types-link = Sådan fungerer portalen
types = Sådan fungerer portalen
types-lead = Hvilke typer sider der er, hvad de indeholder, og hvordan de hænger sammen.
types-common = På alle sider
types-common-text = Hver side har en titel. Den kan også have en kort beskrivelse og et mærke, der viser, at den er et udkast eller et eksempel.
types-fields = Hvad den indeholder
types-required = Altid udfyldt
types-private = Kun for redaktører
types-choices = En af
types-to = Fører til
types-terms = Fra listen
types-parts = Dele
types-outcomes = I teksten kan disse stå. Om hvert af dem kan der stå:
types-confidentiality = Hvad der må være offentligt
types-level-public = Alt er på webstedet.
types-level-chatham = Teksten er på webstedet. Der står ikke, hvem der deltog, eller hvem der sagde hvad.
types-level-summary = Titlen, beskrivelsen og fakta er på webstedet. Teksten og filerne er ikke offentlige.
types-level-closed = Intet er på webstedet, heller ikke at mødet fandt sted.
types-fallback-page = Hvor en oversættelse mangler, viser siden teksten på et andet sprog og oplyser det, medmindre andet står nedenfor.
types-fallback-list = Lister nævner det på alle sprog. Hvor en oversættelse mangler, fører de til siden på et andet sprog.
types-fallback-none = Findes kun for læsere af de sprog, det er skrevet på.
types-glossary = Når en anden side bruger et sådant ord første gang, fører ordet til forklaringen.
types-languages = Læsere ser en tekst på deres eget sprog. Mangler den, ser de den på det næste sprog, hvor den findes.
types-otherwise = Hvis den mangler

data = Åbne data
data-lead = Indholdet på dette websted som filer til at regne med eller overtage.
data-link = Åbne data
data-how = Hver liste findes som tabel (CSV) til et regneark og som JSON til et program. Filerne ændrer sig sammen med webstedet. Der kræves ingen nøgle. Alt kan også læses på selve webstedet.
data-licence = Licens:
data-index = en liste over alle filer
data-catalog = den samme liste til datakataloger (DCAT)
data-fields = Hvad hver kolonne indeholder

## The way out
exit = Forlad dette websted
exit-title = Et øjeblik
exit-twice = Tryk to gange mere på Shift for at forlade dette websted.
exit-once = Tryk en gang mere på Shift for at forlade dette websted.
menu = Menu
home-next = Næste møde
home-outcomes = Seneste resultater

## Search
search = Søg
search-lead = Find en beslutning, en organisation, et materiale eller et begreb. Det, du skriver, bliver på denne side.
search-link = Søg
search-label = Søg efter et ord
search-count = Resultater:
search-none = Intet fundet. Prøv et kortere eller et andet ord, eller se i listen nedenfor.
search-failed = Søgningen virker ikke nu. Listen nedenfor virker.
search-more = Flere resultater
search-others = Også på andre sprog
search-kinds = Type
search-languages = Sprog
search-all = Alle sider
search-group = Til listen: { $name }
search-kind-section = Oversigt
search-kind-file = Fil
search-year = År

print-online = Læs dette online på dit eget sprog
print-issued = Udgivelsesdato
print-qr = QR-kode til denne side
print-example = Eksempel: intet på dette ark er sket i virkeligheden.
print-contents = Indhold
paper = På papir
paper-download = Hent (PDF)
paper-preview = Første side af
paper-pages = { $pages ->
    [one] PDF, { $pages } side
   *[other] PDF, { $pages } sider
}
paper-large = Stor skrift
paper-press = Til trykkerier, med skæremærker
paper-all = Alle sprog samlet (ZIP)
paper-languages = På et andet sprog
paper-hint = Det, du henter, bliver liggende på din enhed. Denne side har den samme tekst.
paper-sha256 = Kontrolsum (SHA-256)
paper-json = Data til dem, der vil linke hertil (JSON)

# The field in the head
search-close = Luk
search-narrow = Afgræns resultaterne

copy = Kopiér
copied = Kopieret

## Licence, duties and contact
footer-licence-label = Licens for teksterne:
footer-licence-others = Materialer fra andre har deres egen licens.
footer-rights = Alle rettigheder forbeholdes.
footer-source = Kildekode
footer-imprint = Kolofon
footer-accessibility = Tilgængelighed
footer-privacy = Privatliv
footer-contact = Kontakt
footer-security = Anmeld et sikkerhedsproblem
accessibility-full = Dette websted opfylder kravene til tilgængelighed.
accessibility-partial = Dette websted opfylder delvist kravene til tilgængelighed.
accessibility-none = Dette websted opfylder ikke kravene til tilgængelighed.
accessibility-untested = Ingen har endnu undersøgt, om dette websted opfylder kravene til tilgængelighed.
