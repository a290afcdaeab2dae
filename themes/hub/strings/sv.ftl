# Temats ord. State: machine.

## On every page
skip-to-content = Gå till innehållet
shortcuts = Genvägar
main-navigation = Huvudmeny
breadcrumbs = Länkstig
languages = Språk
language-fallback = inte översatt än
language-missing = sidan finns inte, gå till startsidan
home = Startsida
help-link = Behöver du hjälp?
footer-navigation = Om webbplatsen

## Lists
list-count = { $count ->
    [one] { $count } post
   *[other] { $count } poster
}
list-empty = Här finns inget än.
show-all = Visa alla: { $title }
pager = Sidor i listan
pager-position = sida { $page } av { $pages }
pager-page = Sida { $page }
pager-previous = Föregående sida
pager-next = Nästa sida
term-broader = Del av
term-narrower = Delar

## A page
toc = På den här sidan
facts = I korthet
files = Filer
files-hint = En nedladdad fil ligger kvar på enheten.
related = Se även
backlinks = Sidor som hänvisar hit
neighbours = Föregående och nästa
neighbour-previous = Föregående
neighbour-next = Nästa
updated-on = Uppdaterad
date-and-time = { $date } kl. { $time }
yes = Ja
no = Nej
badge-draft = Utkast
badge-illustrative = Exempel

## Notices at the top of a page
notice-draft-label = Utkast.
notice-draft = Den här sidan är inte publicerad än.
notice-illustrative-label = Exempel.
notice-illustrative = Det du läser här är helt eller delvis påhittat, för att visa hur portalen fungerar.
notice-fallback-label = Inte översatt än.
notice-fallback = Den här sidan finns inte på svenska än. Nedan finns texten på ett annat språk.
notice-machine-translation-label = Översatt automatiskt.
notice-machine-translation = Ingen har granskat översättningen än. Vid tveksamhet gäller originaltexten.
notice-draft-translation-label = Översättning pågår.
notice-draft-translation = Översättningen är inte granskad än. Vid tveksamhet gäller originaltexten.
notice-outdated-translation-label = Inaktuell översättning.
notice-outdated-translation = Originaltexten har ändrats sedan översättningen gjordes. Vid tveksamhet gäller originaltexten.
notice-event-planned = Mötet har inte hållits än.
notice-event-cancelled = Mötet blir inte av.
notice-event-postponed = Mötet hålls en annan dag, som inte är bestämd än.
notice-source-link = Gå till originaltexten
withheld-label = Bara sammanfattning.
withheld = Det fullständiga protokollet från mötet är inte offentligt.
confidentiality-public = Offentligt
confidentiality-chatham = Chatham House Rule: det som sades får spridas, men inte vem som sade det
confidentiality-summary = Bara sammanfattningen är offentlig
confidentiality-closed = Slutet

## Meetings
outcomes = Resultat
outcome = Resultat
outcome-owner = Ansvarig
outcome-due = Senast
deadline-quarter = kvartal { $number } { $year }
deadline-season-1 = våren { $year }
deadline-season-2 = sommaren { $year }
deadline-season-3 = hösten { $year }
deadline-season-4 = vintern { $year }
deadline-approximate = omkring { $period }
deadline-uncertain = { $period } (osäkert)
deadline-next-meeting = Nästa möte
deadline-next-meeting-on = Nästa möte, { $date }
deadline-ongoing = Löpande
deadline-unknown = Bestäms senare
outcome-state = Status
outcome-number = Nummer
outcome-vote = Omröstning
vote-for = för
vote-against = emot
vote-abstain = avstår
vote-present = närvarande
vote-consensus = i konsensus
outcome-agenda = Fortfarande öppet från tidigare möten
outcome-link = Länk till { $id }: { $text }
outcome-follow-up = Åtgärder från förra mötet
outcome-decision = Beslut
outcome-action = Åtgärd
outcome-recommendation = Rekommendation
outcome-question = Fråga
state-open = Öppen
state-in-progress = Pågår
state-done = Klar
state-dropped = Struken
state-superseded = Ersatt

## Help and resources
emergency = Är du i fara nu?
emergency-call = Ring { $number }
phone-hint = Ett samtal kan synas i telefonens samtalslista.
resource-open = Gå till materialet:

## Boxes in a text
callout-note = Observera
callout-tip = Tips
callout-important = Viktigt
callout-warning = Varning
callout-caution = Se upp
callout-help = Hjälp

## Home page
home-doors = Vad söker du?
door-stakeholders = Samarbete
door-stakeholders-text = För organisationer och myndigheter: vad som har diskuterats och beslutats och vilka som deltar.
door-professionals = På jobbet
door-professionals-text = För yrkesverksamma: material att använda och broschyrer att dela ut.
door-help = Hitta hjälp
door-help-text = För alla som behöver hjälp: vem som kan ge den och hur man når dem.
home-activities = Aktiviteter
home-resources = Nyaste materialen
home-flyers = Broschyrer
home-feeds = Håll dig informerad
home-feeds-text = En flödesläsare ger dig nyheter från webbplatsen utan e-postadress.

## Addresses that do not exist (any more)
not-found = Sidan hittades inte
not-found-text = Sidan finns inte eller har flyttat till en annan adress. Prova någon av länkarna.
redirect = Sidan har flyttat
redirect-link = Gå till den nya adressen
table-region = Tabell
task-done = Klart:
task-open = Att göra:
footnotes = Fotnoter
footnote-back = Tillbaka till texten

## Translations
coverage-link = Webbplatsens översättningar
coverage = Översättningar
coverage-lead = Vad som finns på webbplatsen på varje språk och hur långt varje översättning har kommit.
coverage-languages = Språk
coverage-language = Språk
coverage-source = Skrivet på det här språket
coverage-reviewed = Granskat av en människa
coverage-draft = Inte granskat än
coverage-machine = Översatt automatiskt
coverage-outdated = Inaktuellt
coverage-missing = Inte översatt
coverage-current = Aktuellt
coverage-share = { $percent } %
coverage-kinds = Efter typ av sida
coverage-kind = Typ
coverage-sections = Översiktssidor

## Registers and lists
outcome-meeting = Möte
outcome-overdue = försenad
registers = Register
parts = Avgränsa
parts-all = Visa alla
parts-shown = Visas:
parts-reset = Rensa valen
sort = Sortera
records-all = Visa alla: { $title } ({ $count })
follow = Följ listan
follow-feeds = En flödesläsare berättar vad som är nytt:
follow-calendar = Ett kalenderprogram visar vad som ska vara klart när och hämtar själv ändringar:
follow-open = Öppna i ett kalenderprogram
follow-address = Eller kopiera adressen till ditt kalenderprogram:
data-files = Som data
data-files-text = Listan som fil, att räkna med eller använda i ett annat program.

## Feeds and calendars
example-title = { $title } (exempel)
calendar-link = { $title } i din egen kalender

## Citations
cite = Hänvisa till materialet
cite-download = Ladda ner till ett referensprogram:
figure-source = Källa:
timeline = Tidslinje
history = Ändringar i protokollet

## Glossary, what is new, how this hub works
used-in = Används i
news-link = Nytt
news = Nytt
news-lead = De nyaste sidorna på webbplatsen och de som senast har ändrats.
news-new = Ny
news-updated = Uppdaterad
types-link = Så fungerar portalen
types = Så fungerar portalen
types-lead = Vilka typer av sidor som finns, vad de innehåller och hur de hör ihop.
types-common = På varje sida
types-common-text = Varje sida har en titel. Den kan också ha en kort beskrivning och en märkning som visar att den är ett utkast eller ett exempel.
types-fields = Vad den innehåller
types-required = Alltid ifyllt
types-private = Bara för redaktörer
types-choices = En av
types-to = Leder till
types-terms = Från listan
types-parts = Delar
types-outcomes = Texten kan innehålla de här resultaten. Om vart och ett kan det stå:
types-confidentiality = Vad som får vara offentligt
types-level-public = Allt finns på webbplatsen.
types-level-chatham = Texten finns på webbplatsen. Där står inte vilka som deltog eller vem som sade vad.
types-level-summary = Titeln, beskrivningen och faktauppgifterna finns på webbplatsen. Texten och filerna är inte offentliga.
types-level-closed = Inget finns på webbplatsen, inte ens att mötet har hållits.
types-fallback-page = Där en översättning saknas visar sidan texten på ett annat språk och upplyser om det, om inget annat står nedan.
types-fallback-list = Listor tar upp det på alla språk. Där en översättning saknas leder de till sidan på ett annat språk.
types-fallback-none = Finns bara för läsare av de språk som det är skrivet på.
types-glossary = När en annan sida använder ett sådant ord för första gången leder ordet till förklaringen.
types-languages = Läsare ser en text på sitt eget språk. Om den saknas ser de den på nästa språk som har den.
types-otherwise = Om den saknas

data = Öppna data
data-lead = Webbplatsens innehåll som filer att räkna med eller ta över.
data-link = Öppna data
data-how = Varje lista finns som tabell (CSV) för kalkylprogram och som JSON för program. Filerna ändras tillsammans med webbplatsen. Ingen nyckel behövs. Allt går också att läsa på själva webbplatsen.
data-licence = Licens:
data-index = en lista över alla filer
data-catalog = samma lista för datakataloger (DCAT)
data-fields = Vad varje kolumn innehåller

## The way out
exit = Lämna webbplatsen
exit-title = Ett ögonblick
exit-twice = Tryck på Shift två gånger till för att lämna webbplatsen.
exit-once = Tryck på Shift en gång till för att lämna webbplatsen.
menu = Meny
home-next = Nästa möte
home-outcomes = Senaste resultaten

## Search
search = Sök
search-lead = Hitta ett beslut, en organisation, ett material eller ett begrepp. Det du skriver stannar på den här sidan.
search-link = Sök
search-label = Sök efter ett ord
search-count = Träffar:
search-none = Inget hittades. Prova ett kortare eller ett annat ord, eller titta i listan nedan.
search-failed = Sökningen fungerar inte nu. Listan nedan fungerar.
search-more = Fler träffar
search-others = Även på andra språk
search-kinds = Typ
search-languages = Språk
search-all = Alla sidor
search-group = Till listan: { $name }
search-kind-section = Översikt
search-kind-file = Fil
search-year = År

print-online = Läs detta på nätet, på ditt eget språk
print-issued = Utgivningsdatum
print-qr = QR-kod till sidan
print-example = Exempel: inget på det här bladet har hänt på riktigt.
print-contents = Innehåll
paper = På papper
paper-download = Ladda ner (PDF)
paper-preview = Första sidan av
paper-pages = { $pages ->
    [one] PDF, { $pages } sida
   *[other] PDF, { $pages } sidor
}
paper-large = Stor stil
paper-press = För tryckerier, med skärmärken
paper-all = Alla språk tillsammans (ZIP)
paper-languages = På ett annat språk
paper-hint = Det du laddar ner ligger kvar på din enhet. Den här sidan har samma text.
paper-sha256 = Kontrollsumma (SHA-256)
paper-json = Data för den som vill länka hit (JSON)

# The field in the head
search-close = Stäng
search-narrow = Avgränsa träffarna

copy = Kopiera
copied = Kopierat

## Licence, duties and contact
footer-licence-label = Licens för texterna:
footer-licence-others = Material som andra har gjort har en egen licens.
footer-rights = Alla rättigheter förbehållna.
footer-source = Källkod
footer-imprint = Utgivare
footer-accessibility = Tillgänglighet
footer-privacy = Integritet
footer-contact = Kontakt
footer-security = Anmäl ett säkerhetsproblem
accessibility-full = Webbplatsen uppfyller kraven på tillgänglighet.
accessibility-partial = Webbplatsen uppfyller delvis kraven på tillgänglighet.
accessibility-none = Webbplatsen uppfyller inte kraven på tillgänglighet.
accessibility-untested = Ingen har undersökt än om webbplatsen uppfyller kraven på tillgänglighet.
