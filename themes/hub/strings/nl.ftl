# De woorden van het thema. Een site verandert er een door dezelfde sleutel te zetten in data/strings/nl.ftl.

## Op elke pagina
skip-to-content = Ga naar de inhoud
shortcuts = Snel naar
main-navigation = Hoofdmenu
breadcrumbs = Kruimelpad
languages = Taal
language-fallback = nog niet vertaald
language-missing = pagina niet beschikbaar, naar de startpagina
home = Startpagina
help-link = Hulp nodig?
footer-navigation = Over deze site

## Lijsten
list-count = { $count ->
    [one] { $count } item
   *[other] { $count } items
}
list-empty = Hier staat nog niets.
show-all = Alles bekijken: { $title }
pager = Pagina's van deze lijst
pager-position = pagina { $page } van { $pages }
pager-page = Pagina { $page }
pager-previous = Vorige pagina
pager-next = Volgende pagina
term-broader = Hoort bij
term-narrower = Onderdelen

## Een pagina
toc = Op deze pagina
facts = In het kort
files = Bestanden
files-hint = Een gedownload bestand blijft op het apparaat staan.
related = Zie ook
backlinks = Pagina's die hiernaar verwijzen
neighbours = Vorige en volgende
neighbour-previous = Vorige
neighbour-next = Volgende
updated-on = Bijgewerkt op
date-and-time = { $date }, { $time } uur
yes = Ja
no = Nee
badge-draft = Concept
badge-illustrative = Voorbeeld

## Meldingen boven een pagina
notice-draft-label = Concept.
notice-draft = Deze pagina is nog niet gepubliceerd.
notice-illustrative-label = Voorbeeld.
notice-illustrative = Wat hier staat is geheel of voor een deel verzonnen, om te laten zien hoe de kennisbank werkt.
notice-fallback-label = Nog niet vertaald.
notice-fallback = Deze pagina is er nog niet in het Nederlands. Hieronder staat de tekst in een andere taal.
notice-machine-translation-label = Automatisch vertaald.
notice-machine-translation = Nog niemand heeft deze vertaling nagekeken. Bij twijfel geldt de brontekst.
notice-draft-translation-label = Vertaling in bewerking.
notice-draft-translation = Deze vertaling is nog niet nagekeken. Bij twijfel geldt de brontekst.
notice-outdated-translation-label = Vertaling loopt achter.
notice-outdated-translation = De brontekst is veranderd nadat deze vertaling is gemaakt. Bij twijfel geldt de brontekst.
notice-event-planned = Deze bijeenkomst moet nog komen.
notice-event-cancelled = Deze bijeenkomst gaat niet door.
notice-event-postponed = Deze bijeenkomst gaat op een andere dag door. Die dag is nog niet bekend.
notice-source-link = Naar de brontekst
withheld-label = Alleen een samenvatting.
withheld = Het volledige verslag van deze bijeenkomst is niet openbaar.
confidentiality-public = Openbaar
confidentiality-chatham = Chatham House Rule: wat gezegd is mag verder verteld worden, wie het zei niet
confidentiality-summary = Alleen de samenvatting is openbaar
confidentiality-closed = Besloten

## Bijeenkomsten
outcomes = Uitkomsten
outcome = Uitkomst
outcome-owner = Eigenaar
outcome-due = Klaar op
deadline-quarter = { $number }e kwartaal { $year }
deadline-season-1 = lente { $year }
deadline-season-2 = zomer { $year }
deadline-season-3 = herfst { $year }
deadline-season-4 = winter { $year }
deadline-approximate = ca. { $period }
deadline-uncertain = { $period } (onzeker)
deadline-next-meeting = Volgende bijeenkomst
deadline-next-meeting-on = Volgende bijeenkomst, { $date }
deadline-ongoing = Doorlopend
deadline-unknown = Nog te bepalen
outcome-state = Stand
outcome-number = Nummer
outcome-vote = Stemming
vote-for = voor
vote-against = tegen
vote-abstain = onthouden
vote-present = aanwezig
vote-consensus = bij consensus
outcome-agenda = Nog open van eerdere bijeenkomsten
outcome-link = Link naar { $id }: { $text }
outcome-follow-up = Acties van de vorige keer
outcome-decision = Besluit
outcome-action = Actie
outcome-recommendation = Aanbeveling
outcome-question = Vraag
state-open = Open
state-in-progress = Bezig
state-done = Klaar
state-dropped = Vervallen
state-superseded = Vervangen

## Hulp en materialen
emergency = Is er nu gevaar?
emergency-call = Bel { $number }
phone-hint = Een gesprek kan zichtbaar blijven in de bellijst van de telefoon.
resource-open = Naar het materiaal:

## Kaders in een tekst
callout-note = Let op
callout-tip = Tip
callout-important = Belangrijk
callout-warning = Waarschuwing
callout-caution = Pas op
callout-help = Hulp

## Startpagina
home-doors = Waar zoek je naar?
door-stakeholders = Samenwerken
door-stakeholders-text = Voor organisaties en overheden: wat er is besproken en besloten, en wie er meedoet.
door-professionals = Aan het werk
door-professionals-text = Voor professionals: materialen om te gebruiken en flyers om te delen.
door-help = Hulp vinden
door-help-text = Voor wie hulp nodig heeft: wie die geeft, en hoe je die bereikt.
home-activities = Activiteiten
home-resources = Nieuwste materialen
home-flyers = Flyers
home-feeds = Op de hoogte blijven
home-feeds-text = Met een feedlezer komt nieuws van deze site vanzelf binnen, zonder e-mailadres.

## Adressen die niet (meer) bestaan
not-found = Pagina niet gevonden
not-found-text = Deze pagina bestaat niet of staat nu op een ander adres. Probeer een van deze links.
redirect = Deze pagina is verhuisd
redirect-link = Naar het nieuwe adres
table-region = Tabel
task-done = Klaar:
task-open = Nog te doen:
footnotes = Voetnoten
footnote-back = Terug naar de tekst

## Vertalingen
coverage-link = Vertalingen van deze site
coverage = Vertalingen
coverage-lead = Wat er op deze site in elke taal staat, en hoe ver elke vertaling is.
coverage-languages = Talen
coverage-language = Taal
coverage-source = Geschreven in deze taal
coverage-reviewed = Nagekeken door een mens
coverage-draft = Nog niet nagekeken
coverage-machine = Automatisch vertaald
coverage-outdated = Verouderd
coverage-missing = Niet vertaald
coverage-current = Actueel
coverage-share = { $percent } %
coverage-kinds = Per soort pagina
coverage-kind = Soort
coverage-sections = Overzichtspagina's

## Registers en lijsten
outcome-meeting = Bijeenkomst
outcome-overdue = te laat
registers = Registers
parts = Verder uitsplitsen
parts-all = Alles tonen
parts-shown = Getoond:
parts-reset = Wis de keuzes
sort = Sorteren
records-all = Alles bekijken: { $title } ({ $count })
follow = Deze lijst volgen
follow-feeds = Een feedlezer vertelt je wat erbij komt:
follow-calendar = Een agendaprogramma toont wat wanneer klaar moet zijn en haalt zelf op wat verandert:
follow-open = Openen in een agendaprogramma
follow-address = Of kopieer dit adres naar je agendaprogramma:
data-files = Als gegevens
data-files-text = Deze lijst als bestand, om mee te rekenen of in een ander programma te gebruiken.

## Feeds and calendars
example-title = { $title } (voorbeeld)
calendar-link = { $title } in je eigen agenda

## Citations
cite = Verwijzen naar dit materiaal
cite-download = Download voor een literatuurprogramma:
figure-source = Bron:
timeline = Verloop
history = Wijzigingen in dit verslag

## Begrippen, wat er nieuw is, hoe deze hub werkt
used-in = Komt voor in
news-link = Wat is er nieuw
news = Wat is er nieuw
news-lead = De nieuwste pagina's van deze site, en wat het laatst veranderde.
news-new = Nieuw
news-updated = Bijgewerkt
types-link = Zo werkt deze hub
types = Zo werkt deze hub
types-lead = Welke soorten pagina's er zijn, wat erin staat en hoe ze bij elkaar horen.
types-common = Op elke pagina
types-common-text = Elke pagina heeft een titel. Er kan ook een korte beschrijving bij staan, en dat het een concept of een voorbeeld is.
types-fields = Wat erin staat
types-required = Altijd ingevuld
types-private = Alleen voor redacteuren
types-choices = Een van
types-to = Leidt naar
types-terms = Uit de lijst
types-parts = Onderdelen
types-outcomes = In de tekst kunnen deze staan. Van elk kan erbij staan:
types-confidentiality = Wat openbaar mag zijn
types-level-public = Alles staat op de site.
types-level-chatham = De tekst staat op de site. Er staat niet bij wie erbij was, en niet wie wat zei.
types-level-summary = De titel, de beschrijving en de feiten staan op de site. De tekst en de bestanden blijven binnen.
types-level-closed = Er staat niets op de site, ook niet dat het er was.
types-fallback-page = Is er geen vertaling, dan toont de pagina de tekst in een andere taal en zegt dat erbij, tenzij hieronder iets anders staat.
types-fallback-list = Het staat in elke taal in lijsten. Is er geen vertaling, dan leiden die naar de pagina in een andere taal.
types-fallback-none = Het is er alleen voor lezers van de talen waarin het geschreven is.
types-glossary = Waar een andere pagina zo'n woord voor het eerst gebruikt, leidt het naar de uitleg.
types-languages = Lezers zien een tekst in hun eigen taal. Is die er niet, dan zien ze de tekst in de volgende taal die hem heeft.
types-otherwise = Is die er niet

data = Open data
data-lead = Wat er op deze site staat, als bestanden om mee te rekenen of over te nemen.
data-link = Open data
data-how = Elke lijst is er als tabel (CSV) voor een rekenblad en als JSON voor een programma. De bestanden veranderen mee met de site. Er is geen sleutel nodig. Een lezer kan elke tekst ook op de site zelf lezen.
data-licence = Licentie:
data-index = een lijst van alle bestanden
data-catalog = dezelfde lijst voor datacatalogi (DCAT)
data-fields = Wat er in elke kolom staat

## De weg naar buiten
exit = Verlaat deze site
exit-title = Even geduld
exit-twice = Druk nog twee keer op Shift om deze site te verlaten.
exit-once = Druk nog één keer op Shift om deze site te verlaten.
menu = Menu
home-next = Volgende bijeenkomst
home-outcomes = Nieuwste uitkomsten

## Zoeken
search = Zoeken
search-lead = Vind een afspraak, organisatie, materiaal of begrip. Wat je typt, blijft in deze pagina.
search-link = Zoeken
search-label = Zoek een woord
search-count = Resultaten:
search-none = Niets gevonden. Probeer een korter of een ander woord, of kijk in de lijst hieronder.
search-failed = Zoeken lukt nu niet. De lijst hieronder werkt wel.
search-more = Meer resultaten
search-others = Ook in andere talen
search-kinds = Soort
search-languages = Taal
search-all = Alle pagina’s
search-group = Naar de lijst: { $name }
search-kind-section = Overzicht
search-kind-file = Bestand
search-year = Jaar

print-online = Lees dit online, in je eigen taal
print-issued = Uitgave van
print-qr = QR-code naar deze pagina
print-example = Voorbeeld: niets op dit blad is echt gebeurd.
print-contents = Inhoud
paper = Op papier
paper-download = Download (PDF)
paper-preview = Eerste pagina van
paper-pages =
  { $pages ->
     [one] PDF, 1 pagina
    *[other] PDF, { $pages } pagina's
  }
paper-large = Grote letters
paper-press = Voor de drukker, met snijtekens
paper-all = Alle talen samen (ZIP)
paper-languages = In een andere taal
paper-hint = Wat je downloadt, blijft op je apparaat staan. Deze pagina heeft dezelfde tekst.
paper-sha256 = Controlegetal (SHA-256)
paper-json = Gegevens voor wie hiernaar wil linken (JSON)

# The field in the head
search-close = Sluiten
search-narrow = Resultaten beperken

copy = Kopieer
copied = Gekopieerd

## Licence, duties and contact
footer-licence-label = Licentie van de teksten:
footer-licence-others = Voor materialen van anderen geldt hun eigen licentie.
footer-rights = Alle rechten voorbehouden.
footer-source = Broncode
footer-imprint = Colofon
footer-accessibility = Toegankelijkheid
footer-privacy = Privacy
footer-contact = Contact
footer-security = Een beveiligingsprobleem melden
accessibility-full = Deze site voldoet aan de eisen voor toegankelijkheid.
accessibility-partial = Deze site voldoet gedeeltelijk aan de eisen voor toegankelijkheid.
accessibility-none = Deze site voldoet niet aan de eisen voor toegankelijkheid.
accessibility-untested = Nog niemand heeft onderzocht of deze site aan de eisen voor toegankelijkheid voldoet.
