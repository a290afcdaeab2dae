# Cuvintele temei. State: machine.

## On every page
skip-to-content = Salt la conținut
shortcuts = Scurtături
main-navigation = Meniu principal
breadcrumbs = Cale de navigare
languages = Limba
language-fallback = încă netradus
language-missing = pagină indisponibilă, mergeți la pagina principală
home = Pagina principală
help-link = Aveți nevoie de ajutor?
footer-navigation = Despre acest site

## Lists
list-count = { $count ->
    [one] { $count } element
    [few] { $count } elemente
   *[other] { $count } de elemente
}
list-empty = Încă nu este nimic aici.
show-all = Vedeți tot: { $title }
pager = Paginile acestei liste
pager-position = pagina { $page } din { $pages }
pager-page = Pagina { $page }
pager-previous = Pagina anterioară
pager-next = Pagina următoare
term-broader = Parte din
term-narrower = Părți

## A page
toc = Pe această pagină
facts = Pe scurt
files = Fișiere
files-hint = Un fișier descărcat rămâne pe dispozitiv.
related = Vedeți și
backlinks = Pagini care fac trimitere la aceasta
neighbours = Anterioara și următoarea
neighbour-previous = Anterioara
neighbour-next = Următoarea
updated-on = Actualizat la
date-and-time = { $date }, ora { $time }
yes = Da
no = Nu
badge-draft = Ciornă
badge-illustrative = Exemplu

## Notices at the top of a page
notice-draft-label = Ciornă.
notice-draft = Această pagină nu a fost încă publicată.
notice-illustrative-label = Exemplu.
notice-illustrative = Ceea ce citiți aici este inventat, în întregime sau în parte, pentru a arăta cum funcționează portalul.
notice-fallback-label = Încă netradus.
notice-fallback = Această pagină nu este încă disponibilă în limba română. Mai jos este textul în altă limbă.
notice-machine-translation-label = Tradus automat.
notice-machine-translation = Nimeni nu a verificat încă această traducere. În caz de îndoială, este valabil textul original.
notice-draft-translation-label = Traducere în lucru.
notice-draft-translation = Această traducere nu a fost încă verificată. În caz de îndoială, este valabil textul original.
notice-outdated-translation-label = Traducere neactualizată.
notice-outdated-translation = Textul original s-a schimbat după această traducere. În caz de îndoială, este valabil textul original.
notice-event-planned = Această reuniune urmează să aibă loc.
notice-event-cancelled = Această reuniune nu va avea loc.
notice-event-postponed = Această reuniune va avea loc în altă zi, care nu este încă cunoscută.
notice-source-link = Mergeți la textul original
withheld-label = Numai rezumatul.
withheld = Procesul-verbal complet al acestei reuniuni nu este public.
confidentiality-public = Public
confidentiality-chatham = Chatham House Rule: ce s-a spus poate fi transmis, cine a spus nu
confidentiality-summary = Numai rezumatul este public
confidentiality-closed = Nepublic

## Meetings
outcomes = Rezultate
outcome = Rezultat
outcome-owner = Responsabil
outcome-due = Termen
deadline-quarter = trimestrul { $number } { $year }
deadline-season-1 = primăvara { $year }
deadline-season-2 = vara { $year }
deadline-season-3 = toamna { $year }
deadline-season-4 = iarna { $year }
deadline-approximate = aproximativ { $period }
deadline-uncertain = { $period } (incert)
deadline-next-meeting = Următoarea reuniune
deadline-next-meeting-on = Următoarea reuniune, { $date }
deadline-ongoing = Permanent
deadline-unknown = De stabilit
outcome-state = Stadiu
outcome-number = Număr
outcome-vote = Vot
vote-for = pentru
vote-against = împotrivă
vote-abstain = abțineri
vote-present = prezenți
vote-consensus = prin consens
outcome-agenda = Rămase deschise din reuniuni anterioare
outcome-link = Link către { $id }: { $text }
outcome-follow-up = Acțiuni de data trecută
outcome-decision = Decizie
outcome-action = Acțiune
outcome-recommendation = Recomandare
outcome-question = Întrebare
state-open = Deschis
state-in-progress = În lucru
state-done = Finalizat
state-dropped = Abandonat
state-superseded = Înlocuit

## Help and resources
emergency = Sunteți în pericol acum?
emergency-call = Sunați la { $number }
phone-hint = Un apel poate rămâne vizibil în istoricul apelurilor de pe telefon.
resource-open = Mergeți la resursă:

## Boxes in a text
callout-note = Notă
callout-tip = Sfat
callout-important = Important
callout-warning = Avertisment
callout-caution = Atenție
callout-help = Ajutor

## Home page
home-doors = Ce căutați?
door-stakeholders = Colaborare
door-stakeholders-text = Pentru organizații și autorități: ce s-a discutat și s-a decis și cine participă.
door-professionals = La lucru
door-professionals-text = Pentru profesioniști: resurse de folosit și pliante de distribuit.
door-help = Găsirea ajutorului
door-help-text = Pentru oricine are nevoie de ajutor: cine îl poate oferi și cum poate fi contactat.
home-activities = Activități
home-resources = Cele mai noi resurse
home-flyers = Pliante
home-feeds = Rămâneți la curent
home-feeds-text = Un cititor de fluxuri vă aduce noutățile de pe acest site, fără adresă de e-mail.

## Addresses that do not exist (any more)
not-found = Pagina nu a fost găsită
not-found-text = Această pagină nu există sau s-a mutat la altă adresă. Încercați unul dintre aceste linkuri.
redirect = Această pagină s-a mutat
redirect-link = Mergeți la noua adresă
table-region = Tabel
task-done = Făcut:
task-open = De făcut:
footnotes = Note de subsol
footnote-back = Înapoi la text

## Translations
coverage-link = Traducerile acestui site
coverage = Traduceri
coverage-lead = Ce conține acest site în fiecare limbă și cât de avansată este fiecare traducere.
coverage-languages = Limbi
coverage-language = Limbă
coverage-source = Scris în această limbă
coverage-reviewed = Verificat de o persoană
coverage-draft = Încă neverificat
coverage-machine = Tradus automat
coverage-outdated = Neactualizat
coverage-missing = Netradus
coverage-current = Actualizat
coverage-share = { $percent } %
coverage-kinds = După tipul de pagină
coverage-kind = Tip
coverage-sections = Pagini generale

## Registers and lists
outcome-meeting = Reuniune
outcome-overdue = întârziat
registers = Registre
parts = Restrângeți
parts-all = Arată tot
parts-shown = Afișate:
parts-reset = Șterge selecția
sort = Sortare
records-all = Vedeți tot: { $title } ({ $count })
follow = Urmăriți această listă
follow-feeds = Un cititor de fluxuri vă spune ce este nou:
follow-calendar = Un program de calendar arată ce termen are fiecare și preia singur modificările:
follow-open = Deschide într-un program de calendar
follow-address = Sau copiați această adresă în programul dumneavoastră de calendar:
data-files = Ca date
data-files-text = Această listă ca fișier, pentru calcule sau pentru a fi folosită în alt program.

## Feeds and calendars
example-title = { $title } (exemplu)
calendar-link = { $title } în calendarul dumneavoastră

## Citations
cite = Citați această resursă
cite-download = Descărcați pentru un program de bibliografie:
figure-source = Sursa:
timeline = Cronologie
history = Modificări în acest proces-verbal

## Glossary, what is new, how this hub works
used-in = Folosit în
news-link = Noutăți
news = Noutăți
news-lead = Cele mai noi pagini ale acestui site și cele modificate ultima dată.
news-new = Nou
news-updated = Actualizat
types-link = Cum funcționează acest portal
types = Cum funcționează acest portal
types-lead = Ce tipuri de pagini există, ce conțin și cum se leagă între ele.
types-common = Pe fiecare pagină
types-common-text = Fiecare pagină are un titlu. Poate avea și o scurtă descriere și o mențiune că este ciornă sau exemplu.
types-fields = Ce conține
types-required = Completat întotdeauna
types-private = Numai pentru redactori
types-choices = Una dintre
types-to = Duce la
types-terms = Din lista
types-parts = Părți
types-outcomes = Textul poate conține aceste rezultate. Despre fiecare se poate spune:
types-confidentiality = Ce poate fi public
types-level-public = Totul este pe site.
types-level-chatham = Textul este pe site. Nu se spune cine a participat și nici cine ce a spus.
types-level-summary = Titlul, descrierea și datele principale sunt pe site. Textul și fișierele rămân interne.
types-level-closed = Nimic nu este pe site, nici măcar că a avut loc.
types-fallback-page = Dacă lipsește o traducere, pagina arată textul în altă limbă și precizează acest lucru, dacă mai jos nu se spune altfel.
types-fallback-list = Listele îl menționează în fiecare limbă. Dacă lipsește o traducere, ele duc la pagina în altă limbă.
types-fallback-none = Există numai pentru cititorii limbilor în care a fost scris.
types-glossary = Acolo unde altă pagină folosește un astfel de cuvânt pentru prima dată, cuvântul duce la explicația lui.
types-languages = Cititorii văd un text în limba lor. Dacă lipsește, îl văd în următoarea limbă în care există.
types-otherwise = Dacă lipsește

data = Date deschise
data-lead = Ce se află pe acest site, ca fișiere pentru calcule sau pentru preluare.
data-link = Date deschise
data-how = Fiecare listă există ca tabel (CSV) pentru o foaie de calcul și ca JSON pentru un program. Fișierele se schimbă odată cu site-ul. Nu este nevoie de cheie. Totul se poate citi și direct pe site.
data-licence = Licență:
data-index = o listă cu toate fișierele
data-catalog = aceeași listă pentru cataloage de date (DCAT)
data-fields = Ce conține fiecare coloană

## The way out
exit = Părăsiți acest site
exit-title = Un moment
exit-twice = Apăsați Shift încă de două ori pentru a părăsi acest site.
exit-once = Apăsați Shift încă o dată pentru a părăsi acest site.
menu = Meniu
home-next = Următoarea reuniune
home-outcomes = Ultimele rezultate

## Search
search = Căutare
search-lead = Găsiți o decizie, o organizație, o resursă sau un termen. Ce scrieți rămâne în această pagină.
search-link = Căutare
search-label = Căutați un cuvânt
search-count = Rezultate găsite:
search-none = Nu s-a găsit nimic. Încercați un cuvânt mai scurt sau alt cuvânt ori căutați în lista de mai jos.
search-failed = Căutarea nu funcționează acum. Lista de mai jos funcționează.
search-more = Mai multe rezultate
search-others = Și în alte limbi
search-kinds = Tip
search-languages = Limbă
search-all = Toate paginile
search-group = La listă: { $name }
search-kind-section = Prezentare
search-kind-file = Fișier
search-year = An

print-online = Citiți online, în limba dumneavoastră
print-issued = Data ediției
print-qr = Cod QR către această pagină
print-example = Exemplu: nimic din ce scrie pe această foaie nu s-a întâmplat cu adevărat.
print-contents = Cuprins
paper = Pe hârtie
paper-download = Descarcă (PDF)
paper-preview = Prima pagină din
paper-pages = { $pages ->
    [one] PDF, { $pages } pagină
    [few] PDF, { $pages } pagini
   *[other] PDF, { $pages } de pagini
}
paper-large = Litere mari
paper-press = Pentru tipografie, cu semne de tăiere
paper-all = Toate limbile împreună (ZIP)
paper-languages = În altă limbă
paper-hint = Ce descărcați rămâne pe dispozitivul dumneavoastră. Această pagină are același text.
paper-sha256 = Sumă de control (SHA-256)
paper-json = Date pentru cine dorește să pună un link către ea (JSON)

# The field in the head
search-close = Închide
search-narrow = Restrânge rezultatele

copy = Copiază
copied = Copiat

## Licence, duties and contact
footer-licence-label = Licența textelor:
footer-licence-others = Resursele altor autori au propria licență.
footer-rights = Toate drepturile rezervate.
footer-source = Cod sursă
footer-imprint = Date de identificare
footer-accessibility = Accesibilitate
footer-privacy = Confidențialitate
footer-contact = Contact
footer-security = Semnalați o problemă de securitate
accessibility-full = Acest site îndeplinește cerințele de accesibilitate.
accessibility-partial = Acest site îndeplinește parțial cerințele de accesibilitate.
accessibility-none = Acest site nu îndeplinește cerințele de accesibilitate.
accessibility-untested = Nimeni nu a testat încă dacă acest site îndeplinește cerințele de accesibilitate.
