# Riječi teme. State: machine.

## On every page
skip-to-content = Prijeđi na sadržaj
shortcuts = Prečaci
main-navigation = Glavni izbornik
breadcrumbs = Putanja
languages = Jezik
language-fallback = još nije prevedeno
language-missing = stranica nije dostupna, idi na početnu stranicu
home = Početna stranica
help-link = Trebate pomoć?
footer-navigation = O ovoj web-stranici

## Lists
list-count = { $count ->
    [one] { $count } stavka
    [few] { $count } stavke
   *[other] { $count } stavki
}
list-empty = Ovdje još nema ničega.
show-all = Prikaži sve: { $title }
pager = Stranice ovog popisa
pager-position = stranica { $page } od { $pages }
pager-page = Stranica { $page }
pager-previous = Prethodna stranica
pager-next = Sljedeća stranica
term-broader = Dio cjeline
term-narrower = Dijelovi

## A page
toc = Na ovoj stranici
facts = Ukratko
files = Datoteke
files-hint = Preuzeta datoteka ostaje na uređaju.
related = Pogledajte i
backlinks = Stranice koje upućuju ovamo
neighbours = Prethodna i sljedeća
neighbour-previous = Prethodna
neighbour-next = Sljedeća
updated-on = Ažurirano
date-and-time = { $date } u { $time }
yes = Da
no = Ne
badge-draft = Nacrt
badge-illustrative = Primjer

## Notices at the top of a page
notice-draft-label = Nacrt.
notice-draft = Ova stranica još nije objavljena.
notice-illustrative-label = Primjer.
notice-illustrative = Sve ili dio onoga što ovdje čitate izmišljeno je kako bi se pokazalo kako portal radi.
notice-fallback-label = Još nije prevedeno.
notice-fallback = Ova stranica još nije dostupna na hrvatskom jeziku. U nastavku je tekst na drugom jeziku.
notice-machine-translation-label = Automatski prevedeno.
notice-machine-translation = Ovaj prijevod još nitko nije provjerio. U slučaju dvojbe vrijedi izvorni tekst.
notice-draft-translation-label = Prijevod je u izradi.
notice-draft-translation = Ovaj prijevod još nije provjeren. U slučaju dvojbe vrijedi izvorni tekst.
notice-outdated-translation-label = Prijevod je zastario.
notice-outdated-translation = Izvorni tekst promijenio se nakon izrade ovog prijevoda. U slučaju dvojbe vrijedi izvorni tekst.
notice-event-planned = Ovaj sastanak tek će se održati.
notice-event-cancelled = Ovaj sastanak neće se održati.
notice-event-postponed = Ovaj sastanak održat će se drugog dana, koji još nije poznat.
notice-source-link = Idi na izvorni tekst
withheld-label = Samo sažetak.
withheld = Cjeloviti zapisnik ovog sastanka nije javan.
confidentiality-public = Javno
confidentiality-chatham = Chatham House Rule: ono što je rečeno smije se prenositi, ali ne i tko je to rekao
confidentiality-summary = Javan je samo sažetak
confidentiality-closed = Zatvoreno

## Meetings
outcomes = Ishodi
outcome = Ishod
outcome-owner = Nositelj
outcome-due = Rok
deadline-quarter = { $number }. tromjesečje { $year }.
deadline-season-1 = proljeće { $year }.
deadline-season-2 = ljeto { $year }.
deadline-season-3 = jesen { $year }.
deadline-season-4 = zima { $year }.
deadline-approximate = oko: { $period }
deadline-uncertain = { $period } (nesigurno)
deadline-next-meeting = Sljedeći sastanak
deadline-next-meeting-on = Sljedeći sastanak, { $date }
deadline-ongoing = Trajno
deadline-unknown = Još nije određeno
outcome-state = Stanje
outcome-number = Broj
outcome-vote = Glasovanje
vote-for = za
vote-against = protiv
vote-abstain = suzdržani
vote-present = prisutni
vote-consensus = konsenzusom
outcome-agenda = Još otvoreno s prijašnjih sastanaka
outcome-link = Poveznica na { $id }: { $text }
outcome-follow-up = Zadaci s prošlog sastanka
outcome-decision = Odluka
outcome-action = Zadatak
outcome-recommendation = Preporuka
outcome-question = Pitanje
state-open = Otvoreno
state-in-progress = U tijeku
state-done = Izvršeno
state-dropped = Napušteno
state-superseded = Zamijenjeno

## Help and resources
emergency = Jeste li sada u opasnosti?
emergency-call = Nazovite { $number }
phone-hint = Poziv može ostati vidljiv u popisu poziva na telefonu.
resource-open = Idi na materijal:

## Boxes in a text
callout-note = Napomena
callout-tip = Savjet
callout-important = Važno
callout-warning = Upozorenje
callout-caution = Oprez
callout-help = Pomoć

## Home page
home-doors = Što tražite?
door-stakeholders = Suradnja
door-stakeholders-text = Za organizacije i tijela vlasti: o čemu se raspravljalo i odlučilo te tko sudjeluje.
door-professionals = Na poslu
door-professionals-text = Za stručnjake: materijali za korištenje i letci za dijeljenje.
door-help = Traženje pomoći
door-help-text = Za sve kojima treba pomoć: tko je može pružiti i kako do njega doći.
home-activities = Aktivnosti
home-resources = Najnoviji materijali
home-flyers = Letci
home-feeds = Ostanite informirani
home-feeds-text = Čitač kanala donosi vam novosti s ove web-stranice bez adrese e-pošte.

## Addresses that do not exist (any more)
not-found = Stranica nije pronađena
not-found-text = Ova stranica ne postoji ili ima novu adresu. Pokušajte s jednom od ovih poveznica.
redirect = Ova je stranica premještena
redirect-link = Idi na novu adresu
table-region = Tablica
task-done = Učinjeno:
task-open = Treba učiniti:
footnotes = Bilješke
footnote-back = Natrag na tekst

## Translations
coverage-link = Prijevodi ove web-stranice
coverage = Prijevodi
coverage-lead = Što ova web-stranica sadržava na svakom jeziku i dokle je stigao svaki prijevod.
coverage-languages = Jezici
coverage-language = Jezik
coverage-source = Napisano na ovom jeziku
coverage-reviewed = Provjerio čovjek
coverage-draft = Još nije provjereno
coverage-machine = Automatski prevedeno
coverage-outdated = Zastarjelo
coverage-missing = Nije prevedeno
coverage-current = Ažurno
coverage-share = { $percent } %
coverage-kinds = Po vrsti stranice
coverage-kind = Vrsta
coverage-sections = Pregledne stranice

## Registers and lists
outcome-meeting = Sastanak
outcome-overdue = izvan roka
registers = Registri
parts = Suzi izbor
parts-all = Prikaži sve
parts-shown = Prikazano:
parts-reset = Poništi izbor
sort = Poredaj
records-all = Prikaži sve: { $title } ({ $count })
follow = Pratite ovaj popis
follow-feeds = Čitač kanala javlja vam što je novo:
follow-calendar = Program za kalendar prikazuje rokove i sam preuzima promjene:
follow-open = Otvori u programu za kalendar
follow-address = Ili kopirajte ovu adresu u svoj program za kalendar:
data-files = Kao podaci
data-files-text = Ovaj popis kao datoteka, za računanje ili za upotrebu u drugom programu.

## Feeds and calendars
example-title = { $title } (primjer)
calendar-link = { $title } u vašem kalendaru

## Citations
cite = Citirajte ovaj materijal
cite-download = Preuzmite za program za citiranje:
figure-source = Izvor:
timeline = Vremenski tijek
history = Izmjene u ovom zapisniku

## Glossary, what is new, how this hub works
used-in = Upotrijebljeno u
news-link = Što je novo
news = Što je novo
news-lead = Najnovije stranice na ovom portalu i one koje su se zadnje promijenile.
news-new = Novo
news-updated = Ažurirano
types-link = Kako ovaj portal radi
types = Kako ovaj portal radi
types-lead = Koje vrste stranica postoje, što sadržavaju i kako su povezane.
types-common = Na svakoj stranici
types-common-text = Svaka stranica ima naslov. Može imati i kratak opis te oznaku da je nacrt ili primjer.
types-fields = Što sadržava
types-required = Uvijek ispunjeno
types-private = Samo za urednike
types-choices = Jedno od
types-to = Vodi na
types-terms = S popisa
types-parts = Dijelovi
types-outcomes = Tekst može sadržavati ove ishode. O svakom može navesti:
types-confidentiality = Što smije biti javno
types-level-public = Sve je na web-stranici.
types-level-chatham = Tekst je na web-stranici. Ne navodi tko je sudjelovao ni tko je što rekao.
types-level-summary = Naslov, opis i osnovni podaci na web-stranici su. Tekst i datoteke nisu javni.
types-level-closed = Na web-stranici nema ničega, ni podatka da je sastanak održan.
types-fallback-page = Gdje nema prijevoda, stranica prikazuje tekst na drugom jeziku i to navodi, osim ako dolje piše drukčije.
types-fallback-list = Popisi to navode na svakom jeziku. Gdje nema prijevoda, vode na stranicu na drugom jeziku.
types-fallback-none = Dostupno je samo čitateljima jezika na kojima je napisano.
types-glossary = Gdje druga stranica prvi put upotrijebi takvu riječ, riječ vodi na objašnjenje.
types-languages = Čitatelji vide tekst na svojem jeziku. Ako ga nema, vide ga na sljedećem jeziku na kojem postoji.
types-otherwise = Ako ga nema

data = Otvoreni podaci
data-lead = Sadržaj ove web-stranice kao datoteke za računanje ili preuzimanje.
data-link = Otvoreni podaci
data-how = Svaki popis dostupan je kao tablica (CSV) za proračunske tablice i kao JSON za programe. Datoteke se mijenjaju zajedno s web-stranicom. Ključ nije potreban. Sve se može pročitati i na samoj web-stranici.
data-licence = Licencija:
data-index = popis svih datoteka
data-catalog = isti popis za kataloge podataka (DCAT)
data-fields = Što sadržava svaki stupac

## The way out
exit = Napusti stranicu
exit-title = Trenutak
exit-twice = Pritisnite Shift još dvaput da napustite ovu web-stranicu.
exit-once = Pritisnite Shift još jedanput da napustite ovu web-stranicu.
menu = Izbornik
home-next = Sljedeći sastanak
home-outcomes = Najnoviji ishodi

## Search
search = Pretraži
search-lead = Pronađite odluku, organizaciju, materijal ili pojam. Ono što upišete ostaje na ovoj stranici.
search-link = Pretraži
search-label = Potražite riječ
search-count = Rezultati:
search-none = Ništa nije pronađeno. Pokušajte s kraćom ili drugom riječju ili pogledajte popis u nastavku.
search-failed = Pretraživanje sada ne radi. Popis u nastavku radi.
search-more = Više rezultata
search-others = I na drugim jezicima
search-kinds = Vrsta
search-languages = Jezik
search-all = Sve stranice
search-group = Na popis: { $name }
search-kind-section = Pregled
search-kind-file = Datoteka
search-year = Godina

print-online = Pročitajte ovo na internetu, na svojem jeziku
print-issued = Datum izdanja
print-qr = QR kod za ovu stranicu
print-example = Primjer: ništa na ovom listu nije se doista dogodilo.
print-contents = Sadržaj
paper = Na papiru
paper-download = Preuzmi (PDF)
paper-preview = Prva stranica:
paper-pages = { $pages ->
    [one] PDF, { $pages } stranica
    [few] PDF, { $pages } stranice
   *[other] PDF, { $pages } stranica
}
paper-large = Velika slova
paper-press = Za tiskare, s oznakama za rezanje
paper-all = Svi jezici zajedno (ZIP)
paper-languages = Na drugom jeziku
paper-hint = Ono što preuzmete ostaje na vašem uređaju. Na ovoj je stranici isti tekst.
paper-sha256 = Kontrolni zbroj (SHA-256)
paper-json = Podaci za one koji žele postaviti poveznicu (JSON)

# The field in the head
search-close = Zatvori
search-narrow = Suzi rezultate

copy = Kopiraj
copied = Kopirano

## Licence, duties and contact
footer-licence-label = Licencija tekstova:
footer-licence-others = Materijali drugih autora imaju vlastitu licenciju.
footer-rights = Sva prava pridržana.
footer-source = Izvorni kod
footer-imprint = Impresum
footer-accessibility = Pristupačnost
footer-privacy = Zaštita privatnosti
footer-contact = Kontakt
footer-security = Prijavite sigurnosni problem
accessibility-full = Ova web-stranica ispunjava zahtjeve pristupačnosti.
accessibility-partial = Ova web-stranica djelomično ispunjava zahtjeve pristupačnosti.
accessibility-none = Ova web-stranica ne ispunjava zahtjeve pristupačnosti.
accessibility-untested = Još nitko nije ispitao ispunjava li ova web-stranica zahtjeve pristupačnosti.
