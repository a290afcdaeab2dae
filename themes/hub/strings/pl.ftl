# Słowa motywu. State: machine.

## On every page
skip-to-content = Przejdź do treści
shortcuts = Na skróty
main-navigation = Menu główne
breadcrumbs = Ścieżka nawigacji
languages = Język
language-fallback = jeszcze nieprzetłumaczone
language-missing = strona niedostępna, przejdź do strony głównej
home = Strona główna
help-link = Potrzebna pomoc?
footer-navigation = O tej stronie

## Lists
list-count = { $count ->
    [one] { $count } pozycja
    [few] { $count } pozycje
    [many] { $count } pozycji
   *[other] { $count } pozycji
}
list-empty = Nic tu jeszcze nie ma.
show-all = Zobacz wszystko: { $title }
pager = Strony tej listy
pager-position = strona { $page } z { $pages }
pager-page = Strona { $page }
pager-previous = Poprzednia strona
pager-next = Następna strona
term-broader = Część większej całości
term-narrower = Części

## A page
toc = Na tej stronie
facts = W skrócie
files = Pliki
files-hint = Pobrany plik pozostaje na urządzeniu.
related = Zobacz też
backlinks = Strony, które tu odsyłają
neighbours = Poprzednia i następna
neighbour-previous = Poprzednia
neighbour-next = Następna
updated-on = Aktualizacja:
date-and-time = { $date }, godz. { $time }
yes = Tak
no = Nie
badge-draft = Wersja robocza
badge-illustrative = Przykład

## Notices at the top of a page
notice-draft-label = Wersja robocza.
notice-draft = Ta strona nie została jeszcze opublikowana.
notice-illustrative-label = Przykład.
notice-illustrative = Całość lub część tego tekstu jest zmyślona, aby pokazać, jak działa portal.
notice-fallback-label = Jeszcze nieprzetłumaczone.
notice-fallback = Ta strona nie jest jeszcze dostępna po polsku. Poniżej znajduje się tekst w innym języku.
notice-machine-translation-label = Przetłumaczono automatycznie.
notice-machine-translation = Nikt jeszcze nie sprawdził tego tłumaczenia. W razie wątpliwości obowiązuje tekst oryginalny.
notice-draft-translation-label = Tłumaczenie w toku.
notice-draft-translation = To tłumaczenie nie zostało jeszcze sprawdzone. W razie wątpliwości obowiązuje tekst oryginalny.
notice-outdated-translation-label = Tłumaczenie nieaktualne.
notice-outdated-translation = Tekst oryginalny zmienił się po wykonaniu tego tłumaczenia. W razie wątpliwości obowiązuje tekst oryginalny.
notice-event-planned = To spotkanie dopiero się odbędzie.
notice-event-cancelled = To spotkanie się nie odbędzie.
notice-event-postponed = To spotkanie odbędzie się w innym dniu. Data nie jest jeszcze znana.
notice-source-link = Przejdź do tekstu oryginalnego
withheld-label = Tylko streszczenie.
withheld = Pełny protokół tego spotkania nie jest publiczny.
confidentiality-public = Publiczne
confidentiality-chatham = Chatham House Rule: wolno przekazać, co powiedziano, ale nie wolno podać, kto to powiedział
confidentiality-summary = Publiczne jest tylko streszczenie
confidentiality-closed = Niepubliczne

## Meetings
outcomes = Ustalenia
outcome = Ustalenie
outcome-owner = Odpowiada
outcome-due = Termin
deadline-quarter = { $number }. kwartał { $year }
deadline-season-1 = wiosna { $year }
deadline-season-2 = lato { $year }
deadline-season-3 = jesień { $year }
deadline-season-4 = zima { $year }
deadline-approximate = około: { $period }
deadline-uncertain = { $period } (niepewne)
deadline-next-meeting = Następne spotkanie
deadline-next-meeting-on = Następne spotkanie, { $date }
deadline-ongoing = Na bieżąco
deadline-unknown = Do ustalenia
outcome-state = Stan
outcome-number = Numer
outcome-vote = Głosowanie
vote-for = za
vote-against = przeciw
vote-abstain = wstrzymało się
vote-present = obecni
vote-consensus = w drodze konsensusu
outcome-agenda = Nadal otwarte po wcześniejszych spotkaniach
outcome-link = Link do { $id }: { $text }
outcome-follow-up = Zadania z poprzedniego spotkania
outcome-decision = Decyzja
outcome-action = Zadanie
outcome-recommendation = Zalecenie
outcome-question = Pytanie
state-open = Otwarte
state-in-progress = W toku
state-done = Wykonane
state-dropped = Zaniechane
state-superseded = Zastąpione

## Help and resources
emergency = Grozi Ci teraz niebezpieczeństwo?
emergency-call = Zadzwoń: { $number }
phone-hint = Połączenie może pozostać widoczne w historii połączeń telefonu.
resource-open = Przejdź do materiału:

## Boxes in a text
callout-note = Uwaga
callout-tip = Wskazówka
callout-important = Ważne
callout-warning = Ostrzeżenie
callout-caution = Ostrożnie
callout-help = Pomoc

## Home page
home-doors = Czego szukasz?
door-stakeholders = Współpraca
door-stakeholders-text = Dla organizacji i administracji: co omówiono i postanowiono oraz kto bierze udział.
door-professionals = W pracy
door-professionals-text = Dla specjalistów: materiały do wykorzystania i ulotki do rozdawania.
door-help = Szukanie pomocy
door-help-text = Dla każdego, kto potrzebuje pomocy: kto może jej udzielić i jak się z nim skontaktować.
home-activities = Działania
home-resources = Najnowsze materiały
home-flyers = Ulotki
home-feeds = Bądź na bieżąco
home-feeds-text = Czytnik kanałów dostarcza wiadomości z tej strony bez podawania adresu e-mail.

## Addresses that do not exist (any more)
not-found = Nie znaleziono strony
not-found-text = Ta strona nie istnieje lub ma teraz inny adres. Skorzystaj z jednego z tych linków.
redirect = Ta strona ma nowy adres
redirect-link = Przejdź pod nowy adres
table-region = Tabela
task-done = Zrobione:
task-open = Do zrobienia:
footnotes = Przypisy
footnote-back = Wróć do tekstu

## Translations
coverage-link = Tłumaczenia tej strony
coverage = Tłumaczenia
coverage-lead = Co jest na tej stronie w każdym języku i na jakim etapie jest każde tłumaczenie.
coverage-languages = Języki
coverage-language = Język
coverage-source = Napisane w tym języku
coverage-reviewed = Sprawdzone przez człowieka
coverage-draft = Jeszcze niesprawdzone
coverage-machine = Przetłumaczone automatycznie
coverage-outdated = Nieaktualne
coverage-missing = Nieprzetłumaczone
coverage-current = Aktualne
coverage-share = { $percent }%
coverage-kinds = Według rodzaju strony
coverage-kind = Rodzaj
coverage-sections = Strony przeglądowe

## Registers and lists
outcome-meeting = Spotkanie
outcome-overdue = po terminie
registers = Rejestry
parts = Zawęź listę
parts-all = Pokaż wszystko
parts-shown = Wyświetlane:
parts-reset = Wyczyść wybór
sort = Sortuj
records-all = Zobacz wszystko: { $title } ({ $count })
follow = Śledź tę listę
follow-feeds = Czytnik kanałów powiadomi o nowościach:
follow-calendar = Program z kalendarzem pokaże terminy i sam pobierze zmiany:
follow-open = Otwórz w programie z kalendarzem
follow-address = Albo skopiuj ten adres do swojego programu z kalendarzem:
data-files = Jako dane
data-files-text = Ta lista jako plik, do obliczeń lub do użycia w innym programie.

## Feeds and calendars
example-title = { $title } (przykład)
calendar-link = { $title } w Twoim kalendarzu

## Citations
cite = Zacytuj ten materiał
cite-download = Pobierz do menedżera bibliografii:
figure-source = Źródło:
timeline = Oś czasu
history = Zmiany w tym protokole

## Glossary, what is new, how this hub works
used-in = Użyto w
news-link = Co nowego
news = Co nowego
news-lead = Najnowsze strony tego serwisu i te, które zmieniły się ostatnio.
news-new = Nowe
news-updated = Zaktualizowane
types-link = Jak działa ten portal
types = Jak działa ten portal
types-lead = Jakie są rodzaje stron, co zawierają i jak się ze sobą łączą.
types-common = Na każdej stronie
types-common-text = Każda strona ma tytuł. Może też mieć krótki opis i oznaczenie, że jest wersją roboczą lub przykładem.
types-fields = Co zawiera
types-required = Zawsze wypełnione
types-private = Tylko dla redakcji
types-choices = Jedno z
types-to = Prowadzi do
types-terms = Z listy
types-parts = Części
types-outcomes = W tekście mogą być takie ustalenia. Przy każdym można podać:
types-confidentiality = Co może być publiczne
types-level-public = Wszystko jest na stronie.
types-level-chatham = Tekst jest na stronie. Nie podaje się, kto brał udział ani kto co powiedział.
types-level-summary = Tytuł, opis i podstawowe dane są na stronie. Tekst i pliki pozostają niepubliczne.
types-level-closed = Na stronie nie ma nic, nawet informacji, że spotkanie się odbyło.
types-fallback-page = Gdy brakuje tłumaczenia, strona pokazuje tekst w innym języku i informuje o tym, chyba że poniżej podano inaczej.
types-fallback-list = Listy wymieniają to w każdym języku. Gdy brakuje tłumaczenia, prowadzą do strony w innym języku.
types-fallback-none = Dostępne tylko dla osób czytających w językach, w których to napisano.
types-glossary = Gdy inna strona używa takiego słowa po raz pierwszy, słowo prowadzi do wyjaśnienia.
types-languages = Czytelnicy widzą tekst w swoim języku. Jeśli go brakuje, widzą go w następnym dostępnym języku.
types-otherwise = Jeśli brakuje

data = Otwarte dane
data-lead = To, co jest na tej stronie, w postaci plików do obliczeń lub do przejęcia.
data-link = Otwarte dane
data-how = Każda lista jest dostępna jako tabela (CSV) do arkusza kalkulacyjnego i jako JSON do programu. Pliki zmieniają się razem ze stroną. Klucz nie jest potrzebny. Wszystko można też przeczytać na samej stronie.
data-licence = Licencja:
data-index = lista wszystkich plików
data-catalog = ta sama lista dla katalogów danych (DCAT)
data-fields = Co zawiera każda kolumna

## The way out
exit = Opuść tę stronę
exit-title = Chwileczkę
exit-twice = Naciśnij Shift jeszcze dwa razy, aby opuścić tę stronę.
exit-once = Naciśnij Shift jeszcze raz, aby opuścić tę stronę.
menu = Menu
home-next = Następne spotkanie
home-outcomes = Najnowsze ustalenia

## Search
search = Szukaj
search-lead = Znajdź decyzję, organizację, materiał lub pojęcie. To, co wpisujesz, pozostaje na tej stronie.
search-link = Szukaj
search-label = Szukaj słowa
search-count = Wyniki:
search-none = Nic nie znaleziono. Spróbuj krótszego lub innego słowa albo zajrzyj do listy poniżej.
search-failed = Wyszukiwanie teraz nie działa. Lista poniżej działa.
search-more = Więcej wyników
search-others = Także w innych językach
search-kinds = Rodzaj
search-languages = Język
search-all = Wszystkie strony
search-group = Do listy: { $name }
search-kind-section = Przegląd
search-kind-file = Plik
search-year = Rok

print-online = Przeczytaj to w internecie, w swoim języku
print-issued = Data wydania
print-qr = Kod QR do tej strony
print-example = Przykład: nic z tego, co jest na tej kartce, nie zdarzyło się naprawdę.
print-contents = Spis treści
paper = Na papierze
paper-download = Pobierz (PDF)
paper-preview = Pierwsza strona:
paper-pages = { $pages ->
    [one] PDF, { $pages } strona
    [few] PDF, { $pages } strony
    [many] PDF, { $pages } stron
   *[other] PDF, { $pages } strony
}
paper-large = Duży druk
paper-press = Dla drukarni, ze znakami cięcia
paper-all = Wszystkie języki razem (ZIP)
paper-languages = W innym języku
paper-hint = To, co pobierasz, pozostaje na Twoim urządzeniu. Ta strona zawiera ten sam tekst.
paper-sha256 = Suma kontrolna (SHA-256)
paper-json = Dane dla osób, które chcą tu linkować (JSON)

# The field in the head
search-close = Zamknij
search-narrow = Zawęź wyniki

copy = Kopiuj
copied = Skopiowano

## Licence, duties and contact
footer-licence-label = Licencja tekstów:
footer-licence-others = Materiały innych autorów mają własną licencję.
footer-rights = Wszelkie prawa zastrzeżone.
footer-source = Kod źródłowy
footer-imprint = Nota wydawnicza
footer-accessibility = Dostępność
footer-privacy = Prywatność
footer-contact = Kontakt
footer-security = Zgłoś problem z bezpieczeństwem
accessibility-full = Ta strona spełnia wymagania dostępności.
accessibility-partial = Ta strona częściowo spełnia wymagania dostępności.
accessibility-none = Ta strona nie spełnia wymagań dostępności.
accessibility-untested = Nikt jeszcze nie zbadał, czy ta strona spełnia wymagania dostępności.
