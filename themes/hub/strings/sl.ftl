# Besede teme. State: machine.

## On every page
skip-to-content = Na vsebino
shortcuts = Bližnjice
main-navigation = Glavni meni
breadcrumbs = Drobtinice
languages = Jezik
language-fallback = še ni prevedeno
language-missing = stran ni na voljo, pojdite na domačo stran
home = Domača stran
help-link = Potrebujete pomoč?
footer-navigation = O tem spletnem mestu

## Lists
list-count = { $count ->
    [one] { $count } zapis
    [two] { $count } zapisa
    [few] { $count } zapisi
   *[other] { $count } zapisov
}
list-empty = Tukaj še ni ničesar.
show-all = Prikaži vse: { $title }
pager = Strani tega seznama
pager-position = stran { $page } od { $pages }
pager-page = Stran { $page }
pager-previous = Prejšnja stran
pager-next = Naslednja stran
term-broader = Del celote
term-narrower = Deli

## A page
toc = Na tej strani
facts = Na kratko
files = Datoteke
files-hint = Prenesena datoteka ostane v napravi.
related = Glejte tudi
backlinks = Strani, ki kažejo sem
neighbours = Prejšnja in naslednja
neighbour-previous = Prejšnja
neighbour-next = Naslednja
updated-on = Posodobljeno
date-and-time = { $date } ob { $time }
yes = Da
no = Ne
badge-draft = Osnutek
badge-illustrative = Primer

## Notices at the top of a page
notice-draft-label = Osnutek.
notice-draft = Ta stran še ni objavljena.
notice-illustrative-label = Primer.
notice-illustrative = Vse ali del tega besedila je izmišljeno, da pokaže, kako deluje portal.
notice-fallback-label = Še ni prevedeno.
notice-fallback = Ta stran še ni na voljo v slovenščini. Spodaj je besedilo v drugem jeziku.
notice-machine-translation-label = Samodejno prevedeno.
notice-machine-translation = Tega prevoda še nihče ni pregledal. V primeru dvoma velja izvirno besedilo.
notice-draft-translation-label = Prevod v pripravi.
notice-draft-translation = Ta prevod še ni pregledan. V primeru dvoma velja izvirno besedilo.
notice-outdated-translation-label = Prevod je zastarel.
notice-outdated-translation = Izvirno besedilo se je po nastanku tega prevoda spremenilo. V primeru dvoma velja izvirno besedilo.
notice-event-planned = Ta sestanek šele bo.
notice-event-cancelled = Tega sestanka ne bo.
notice-event-postponed = Ta sestanek bo na drug dan, ki še ni znan.
notice-source-link = Na izvirno besedilo
withheld-label = Samo povzetek.
withheld = Celoten zapisnik tega sestanka ni javen.
confidentiality-public = Javno
confidentiality-chatham = Chatham House Rule: kar je bilo povedano, se sme širiti, kdo je to povedal, pa ne
confidentiality-summary = Javen je samo povzetek
confidentiality-closed = Zaprto

## Meetings
outcomes = Izidi
outcome = Izid
outcome-owner = Nosilec
outcome-due = Rok
deadline-quarter = { $number }. četrtletje { $year }
deadline-season-1 = pomlad { $year }
deadline-season-2 = poletje { $year }
deadline-season-3 = jesen { $year }
deadline-season-4 = zima { $year }
deadline-approximate = približno { $period }
deadline-uncertain = { $period } (negotovo)
deadline-next-meeting = Naslednji sestanek
deadline-next-meeting-on = Naslednji sestanek, { $date }
deadline-ongoing = Stalno
deadline-unknown = Še ni določeno
outcome-state = Stanje
outcome-number = Številka
outcome-vote = Glasovanje
vote-for = za
vote-against = proti
vote-abstain = vzdržani
vote-present = prisotni
vote-consensus = soglasno
outcome-agenda = Še odprto s prejšnjih sestankov
outcome-link = Povezava do { $id }: { $text }
outcome-follow-up = Naloge z zadnjega sestanka
outcome-decision = Sklep
outcome-action = Naloga
outcome-recommendation = Priporočilo
outcome-question = Vprašanje
state-open = Odprto
state-in-progress = V teku
state-done = Končano
state-dropped = Opuščeno
state-superseded = Nadomeščeno

## Help and resources
emergency = Ste zdaj v nevarnosti?
emergency-call = Pokličite { $number }
phone-hint = Klic lahko ostane viden v zgodovini klicev v telefonu.
resource-open = Na gradivo:

## Boxes in a text
callout-note = Opomba
callout-tip = Nasvet
callout-important = Pomembno
callout-warning = Opozorilo
callout-caution = Pozor
callout-help = Pomoč

## Home page
home-doors = Kaj iščete?
door-stakeholders = Sodelovanje
door-stakeholders-text = Za organizacije in državne organe: o čem se je razpravljalo in odločilo ter kdo sodeluje.
door-professionals = Pri delu
door-professionals-text = Za strokovne delavce: gradiva za uporabo in letaki za deljenje.
door-help = Iskanje pomoči
door-help-text = Za vse, ki potrebujejo pomoč: kdo jo lahko da in kako priti do nje.
home-activities = Dejavnosti
home-resources = Najnovejša gradiva
home-flyers = Letaki
home-feeds = Ostanite obveščeni
home-feeds-text = Bralnik virov vam prinese novice s tega spletnega mesta brez e-poštnega naslova.

## Addresses that do not exist (any more)
not-found = Strani ni mogoče najti
not-found-text = Ta stran ne obstaja ali pa ima drug naslov. Poskusite eno od teh povezav.
redirect = Ta stran se je preselila
redirect-link = Na novi naslov
table-region = Preglednica
task-done = Opravljeno:
task-open = Še za narediti:
footnotes = Opombe pod črto
footnote-back = Nazaj na besedilo

## Translations
coverage-link = Prevodi tega spletnega mesta
coverage = Prevodi
coverage-lead = Kaj je na tem spletnem mestu v posameznem jeziku in kako daleč je vsak prevod.
coverage-languages = Jeziki
coverage-language = Jezik
coverage-source = Napisano v tem jeziku
coverage-reviewed = Pregledal človek
coverage-draft = Še ni pregledano
coverage-machine = Samodejno prevedeno
coverage-outdated = Zastarelo
coverage-missing = Ni prevedeno
coverage-current = Posodobljeno
coverage-share = { $percent } %
coverage-kinds = Po vrsti strani
coverage-kind = Vrsta
coverage-sections = Pregledne strani

## Registers and lists
outcome-meeting = Sestanek
outcome-overdue = po roku
registers = Registri
parts = Zožite izbor
parts-all = Prikaži vse
parts-shown = Prikazano:
parts-reset = Počisti izbor
sort = Razvrsti
records-all = Prikaži vse: { $title } ({ $count })
follow = Spremljajte ta seznam
follow-feeds = Bralnik virov vam pove, kaj je novega:
follow-calendar = Koledarski program pokaže roke in sam prenese spremembe:
follow-open = Odpri v koledarskem programu
follow-address = Ali kopirajte ta naslov v svoj koledarski program:
data-files = Kot podatki
data-files-text = Ta seznam kot datoteka, za računanje ali za uporabo v drugem programu.

## Feeds and calendars
example-title = { $title } (primer)
calendar-link = { $title } v vašem koledarju

## Citations
cite = Navedite to gradivo
cite-download = Prenesite za program za vire:
figure-source = Vir:
timeline = Časovnica
history = Spremembe v tem zapisniku

## Glossary, what is new, how this hub works
used-in = Uporabljeno v
news-link = Kaj je novega
news = Kaj je novega
news-lead = Najnovejše strani tega spletnega mesta in tiste, ki so se zadnje spremenile.
news-new = Novo
news-updated = Posodobljeno
types-link = Kako deluje ta portal
types = Kako deluje ta portal
types-lead = Katere vrste strani so tu, kaj vsebujejo in kako so povezane.
types-common = Na vsaki strani
types-common-text = Vsaka stran ima naslov. Ima lahko tudi kratek opis in oznako, da je osnutek ali primer.
types-fields = Kaj vsebuje
types-required = Vedno izpolnjeno
types-private = Samo za urednike
types-choices = Eno od
types-to = Vodi do
types-terms = S seznama
types-parts = Deli
types-outcomes = Besedilo lahko vsebuje te izide. O vsakem lahko pove:
types-confidentiality = Kaj je lahko javno
types-level-public = Vse je na spletnem mestu.
types-level-chatham = Besedilo je na spletnem mestu. Ne pove, kdo je sodeloval, niti kdo je kaj povedal.
types-level-summary = Naslov, opis in osnovni podatki so na spletnem mestu. Besedilo in datoteke niso javni.
types-level-closed = Na spletnem mestu ni ničesar, niti tega, da je sestanek bil.
types-fallback-page = Kjer ni prevoda, stran pokaže besedilo v drugem jeziku in to pove, razen če spodaj piše drugače.
types-fallback-list = Seznami to navajajo v vsakem jeziku. Kjer ni prevoda, vodijo na stran v drugem jeziku.
types-fallback-none = Na voljo je samo bralcem jezikov, v katerih je bilo napisano.
types-glossary = Kjer druga stran tako besedo uporabi prvič, beseda vodi do razlage.
types-languages = Bralci vidijo besedilo v svojem jeziku. Če ga ni, ga vidijo v naslednjem jeziku, v katerem obstaja.
types-otherwise = Če ga ni

data = Odprti podatki
data-lead = Vsebina tega spletnega mesta kot datoteke za računanje ali prevzem.
data-link = Odprti podatki
data-how = Vsak seznam je na voljo kot tabela (CSV) za preglednice in kot JSON za programe. Datoteke se spreminjajo skupaj s spletnim mestom. Ključ ni potreben. Vse je mogoče prebrati tudi na samem spletnem mestu.
data-licence = Licenca:
data-index = seznam vseh datotek
data-catalog = isti seznam za podatkovne kataloge (DCAT)
data-fields = Kaj vsebuje vsak stolpec

## The way out
exit = Zapusti to mesto
exit-title = Trenutek
exit-twice = Še dvakrat pritisnite Shift, da zapustite to spletno mesto.
exit-once = Še enkrat pritisnite Shift, da zapustite to spletno mesto.
menu = Meni
home-next = Naslednji sestanek
home-outcomes = Najnovejši izidi

## Search
search = Iskanje
search-lead = Poiščite sklep, organizacijo, gradivo ali pojem. Kar vpišete, ostane na tej strani.
search-link = Iskanje
search-label = Poiščite besedo
search-count = Zadetki:
search-none = Ni zadetkov. Poskusite krajšo ali drugo besedo ali poglejte v seznam spodaj.
search-failed = Iskanje zdaj ne deluje. Seznam spodaj deluje.
search-more = Več zadetkov
search-others = Tudi v drugih jezikih
search-kinds = Vrsta
search-languages = Jezik
search-all = Vse strani
search-group = Na seznam: { $name }
search-kind-section = Pregled
search-kind-file = Datoteka
search-year = Leto

print-online = Preberite to na spletu, v svojem jeziku
print-issued = Datum izdaje
print-qr = Koda QR do te strani
print-example = Primer: nič na tem listu se ni zares zgodilo.
print-contents = Vsebina
paper = Na papirju
paper-download = Prenesi (PDF)
paper-preview = Prva stran:
paper-pages = { $pages ->
    [one] PDF, { $pages } stran
    [two] PDF, { $pages } strani
    [few] PDF, { $pages } strani
   *[other] PDF, { $pages } strani
}
paper-large = Velike črke
paper-press = Za tiskarne, z oznakami za obrez
paper-all = Vsi jeziki skupaj (ZIP)
paper-languages = V drugem jeziku
paper-hint = Kar prenesete, ostane v vaši napravi. Na tej strani je isto besedilo.
paper-sha256 = Kontrolna vsota (SHA-256)
paper-json = Podatki za tiste, ki želijo dodati povezavo (JSON)

# The field in the head
search-close = Zapri
search-narrow = Zoži zadetke

copy = Kopiraj
copied = Kopirano

## Licence, duties and contact
footer-licence-label = Licenca besedil:
footer-licence-others = Gradiva drugih avtorjev imajo svojo licenco.
footer-rights = Vse pravice pridržane.
footer-source = Izvorna koda
footer-imprint = Kolofon
footer-accessibility = Dostopnost
footer-privacy = Zasebnost
footer-contact = Stik
footer-security = Prijavite varnostno težavo
accessibility-full = To spletno mesto izpolnjuje zahteve glede dostopnosti.
accessibility-partial = To spletno mesto delno izpolnjuje zahteve glede dostopnosti.
accessibility-none = To spletno mesto ne izpolnjuje zahtev glede dostopnosti.
accessibility-untested = Nihče še ni preveril, ali to spletno mesto izpolnjuje zahteve glede dostopnosti.
