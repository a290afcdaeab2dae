# Slova motivu. State: machine.

## On every page
skip-to-content = Přejít na obsah
shortcuts = Rychlé odkazy
main-navigation = Hlavní nabídka
breadcrumbs = Drobečková navigace
languages = Jazyk
language-fallback = zatím nepřeloženo
language-missing = stránka není k dispozici, přejít na úvodní stránku
home = Úvodní stránka
help-link = Potřebujete pomoc?
footer-navigation = O tomto webu

## Lists
list-count = { $count ->
    [one] { $count } položka
    [few] { $count } položky
    [many] { $count } položky
   *[other] { $count } položek
}
list-empty = Zatím tu nic není.
show-all = Zobrazit vše: { $title }
pager = Stránky tohoto seznamu
pager-position = stránka { $page } z { $pages }
pager-page = Stránka { $page }
pager-previous = Předchozí stránka
pager-next = Další stránka
term-broader = Součást celku
term-narrower = Části

## A page
toc = Na této stránce
facts = Stručně
files = Soubory
files-hint = Stažený soubor zůstane v zařízení.
related = Viz také
backlinks = Stránky, které sem odkazují
neighbours = Předchozí a další
neighbour-previous = Předchozí
neighbour-next = Další
updated-on = Aktualizováno
date-and-time = { $date }, { $time }
yes = Ano
no = Ne
badge-draft = Koncept
badge-illustrative = Ukázka

## Notices at the top of a page
notice-draft-label = Koncept.
notice-draft = Tato stránka ještě nebyla zveřejněna.
notice-illustrative-label = Ukázka.
notice-illustrative = Celý tento text nebo jeho část je vymyšlená, aby bylo vidět, jak portál funguje.
notice-fallback-label = Zatím nepřeloženo.
notice-fallback = Tato stránka zatím není k dispozici v češtině. Níže je text v jiném jazyce.
notice-machine-translation-label = Přeloženo automaticky.
notice-machine-translation = Tento překlad zatím nikdo nezkontroloval. V případě pochybností platí původní text.
notice-draft-translation-label = Překlad se připravuje.
notice-draft-translation = Tento překlad ještě nebyl zkontrolován. V případě pochybností platí původní text.
notice-outdated-translation-label = Překlad je zastaralý.
notice-outdated-translation = Původní text se od vytvoření tohoto překladu změnil. V případě pochybností platí původní text.
notice-event-planned = Toto jednání se teprve uskuteční.
notice-event-cancelled = Toto jednání se neuskuteční.
notice-event-postponed = Toto jednání se uskuteční jiný den, který zatím není znám.
notice-source-link = Přejít na původní text
withheld-label = Jen shrnutí.
withheld = Úplný zápis z tohoto jednání není veřejný.
confidentiality-public = Veřejné
confidentiality-chatham = Chatham House Rule: co zaznělo, lze sdílet, kdo to řekl, nikoli
confidentiality-summary = Veřejné je jen shrnutí
confidentiality-closed = Neveřejné

## Meetings
outcomes = Výsledky
outcome = Výsledek
outcome-owner = Odpovídá
outcome-due = Termín
deadline-quarter = { $number }. čtvrtletí { $year }
deadline-season-1 = jaro { $year }
deadline-season-2 = léto { $year }
deadline-season-3 = podzim { $year }
deadline-season-4 = zima { $year }
deadline-approximate = přibližně { $period }
deadline-uncertain = { $period } (nejisté)
deadline-next-meeting = Příští jednání
deadline-next-meeting-on = Příští jednání, { $date }
deadline-ongoing = Průběžně
deadline-unknown = Bude určeno
outcome-state = Stav
outcome-number = Číslo
outcome-vote = Hlasování
vote-for = pro
vote-against = proti
vote-abstain = zdrželo se
vote-present = přítomno
vote-consensus = konsenzem
outcome-agenda = Stále otevřené z dřívějších jednání
outcome-link = Odkaz na { $id }: { $text }
outcome-follow-up = Úkoly z minula
outcome-decision = Rozhodnutí
outcome-action = Úkol
outcome-recommendation = Doporučení
outcome-question = Otázka
state-open = Otevřeno
state-in-progress = Probíhá
state-done = Splněno
state-dropped = Zrušeno
state-superseded = Nahrazeno

## Help and resources
emergency = Jste teď v nebezpečí?
emergency-call = Zavolejte { $number }
phone-hint = Hovor může zůstat vidět v historii hovorů v telefonu.
resource-open = Přejít k materiálu:

## Boxes in a text
callout-note = Poznámka
callout-tip = Tip
callout-important = Důležité
callout-warning = Varování
callout-caution = Pozor
callout-help = Pomoc

## Home page
home-doors = Co hledáte?
door-stakeholders = Spolupráce
door-stakeholders-text = Pro organizace a úřady: co se projednalo a rozhodlo a kdo se účastní.
door-professionals = V práci
door-professionals-text = Pro odborníky: materiály k použití a letáky k šíření.
door-help = Hledání pomoci
door-help-text = Pro každého, kdo potřebuje pomoc: kdo ji může poskytnout a jak se na něj obrátit.
home-activities = Aktivity
home-resources = Nejnovější materiály
home-flyers = Letáky
home-feeds = Zůstaňte informováni
home-feeds-text = Čtečka kanálů vám přinese novinky z tohoto webu bez e-mailové adresy.

## Addresses that do not exist (any more)
not-found = Stránka nenalezena
not-found-text = Tato stránka neexistuje nebo má jinou adresu. Zkuste některý z těchto odkazů.
redirect = Tato stránka se přesunula
redirect-link = Přejít na novou adresu
table-region = Tabulka
task-done = Hotovo:
task-open = Zbývá udělat:
footnotes = Poznámky pod čarou
footnote-back = Zpět k textu

## Translations
coverage-link = Překlady tohoto webu
coverage = Překlady
coverage-lead = Co je na tomto webu v jednotlivých jazycích a jak daleko je každý překlad.
coverage-languages = Jazyky
coverage-language = Jazyk
coverage-source = Napsáno v tomto jazyce
coverage-reviewed = Zkontrolováno člověkem
coverage-draft = Zatím nezkontrolováno
coverage-machine = Přeloženo automaticky
coverage-outdated = Zastaralé
coverage-missing = Nepřeloženo
coverage-current = Aktuální
coverage-share = { $percent } %
coverage-kinds = Podle druhu stránky
coverage-kind = Druh
coverage-sections = Přehledové stránky

## Registers and lists
outcome-meeting = Jednání
outcome-overdue = po termínu
registers = Rejstříky
parts = Zúžit výběr
parts-all = Zobrazit vše
parts-shown = Zobrazeno:
parts-reset = Zrušit výběr
sort = Řadit
records-all = Zobrazit vše: { $title } ({ $count })
follow = Sledovat tento seznam
follow-feeds = Čtečka kanálů vás upozorní na novinky:
follow-calendar = Kalendářový program ukáže, co má kdy termín, a změny si načte sám:
follow-open = Otevřít v kalendářovém programu
follow-address = Nebo zkopírujte tuto adresu do svého kalendářového programu:
data-files = Jako data
data-files-text = Tento seznam jako soubor, k výpočtům nebo k použití v jiném programu.

## Feeds and calendars
example-title = { $title } (ukázka)
calendar-link = { $title } ve vašem kalendáři

## Citations
cite = Citovat tento materiál
cite-download = Stáhnout pro citační program:
figure-source = Zdroj:
timeline = Časová osa
history = Změny v tomto zápisu

## Glossary, what is new, how this hub works
used-in = Použito v
news-link = Co je nového
news = Co je nového
news-lead = Nejnovější stránky tohoto webu a ty, které se naposledy změnily.
news-new = Nové
news-updated = Aktualizováno
types-link = Jak tento portál funguje
types = Jak tento portál funguje
types-lead = Jaké druhy stránek tu jsou, co obsahují a jak spolu souvisejí.
types-common = Na každé stránce
types-common-text = Každá stránka má název. Může mít také krátký popis a označení, že jde o koncept nebo ukázku.
types-fields = Co obsahuje
types-required = Vždy vyplněno
types-private = Jen pro redakci
types-choices = Jedno z
types-to = Vede na
types-terms = Ze seznamu
types-parts = Části
types-outcomes = Text může obsahovat tyto výsledky. U každého lze uvést:
types-confidentiality = Co smí být veřejné
types-level-public = Na webu je vše.
types-level-chatham = Text je na webu. Neuvádí, kdo se účastnil, ani kdo co řekl.
types-level-summary = Název, popis a základní údaje jsou na webu. Text a soubory zůstávají neveřejné.
types-level-closed = Na webu není nic, ani to, že se jednání konalo.
types-fallback-page = Kde chybí překlad, stránka ukáže text v jiném jazyce a uvede to, pokud níže není řečeno jinak.
types-fallback-list = Seznamy to uvádějí v každém jazyce. Kde chybí překlad, vedou na stránku v jiném jazyce.
types-fallback-none = Je k dispozici jen čtenářům jazyků, ve kterých to bylo napsáno.
types-glossary = Kde jiná stránka použije takové slovo poprvé, vede slovo na své vysvětlení.
types-languages = Čtenáři vidí text ve svém jazyce. Pokud chybí, vidí ho v dalším jazyce, ve kterém existuje.
types-otherwise = Pokud chybí

data = Otevřená data
data-lead = Obsah tohoto webu jako soubory k výpočtům nebo k převzetí.
data-link = Otevřená data
data-how = Každý seznam je k dispozici jako tabulka (CSV) pro tabulkový procesor a jako JSON pro program. Soubory se mění spolu s webem. Klíč není potřeba. Vše si lze přečíst i přímo na webu.
data-licence = Licence:
data-index = seznam všech souborů
data-catalog = stejný seznam pro katalogy dat (DCAT)
data-fields = Co obsahuje každý sloupec

## The way out
exit = Opustit tento web
exit-title = Okamžik
exit-twice = Stiskněte Shift ještě dvakrát a opustíte tento web.
exit-once = Stiskněte Shift ještě jednou a opustíte tento web.
menu = Nabídka
home-next = Příští jednání
home-outcomes = Nejnovější výsledky

## Search
search = Hledat
search-lead = Najděte rozhodnutí, organizaci, materiál nebo pojem. Co napíšete, zůstane na této stránce.
search-link = Hledat
search-label = Hledat slovo
search-count = Nalezeno:
search-none = Nic nenalezeno. Zkuste kratší nebo jiné slovo, nebo se podívejte do seznamu níže.
search-failed = Hledání teď nefunguje. Seznam níže funguje.
search-more = Další výsledky
search-others = Také v jiných jazycích
search-kinds = Druh
search-languages = Jazyk
search-all = Všechny stránky
search-group = Na seznam: { $name }
search-kind-section = Přehled
search-kind-file = Soubor
search-year = Rok

print-online = Přečtěte si to online, ve svém jazyce
print-issued = Datum vydání
print-qr = QR kód na tuto stránku
print-example = Ukázka: nic z toho, co je na tomto listu, se ve skutečnosti nestalo.
print-contents = Obsah
paper = Na papíře
paper-download = Stáhnout (PDF)
paper-preview = První strana:
paper-pages = { $pages ->
    [one] PDF, { $pages } strana
    [few] PDF, { $pages } strany
    [many] PDF, { $pages } strany
   *[other] PDF, { $pages } stran
}
paper-large = Velké písmo
paper-press = Pro tiskárny, s ořezovými značkami
paper-all = Všechny jazyky dohromady (ZIP)
paper-languages = V jiném jazyce
paper-hint = Co si stáhnete, zůstane ve vašem zařízení. Tato stránka obsahuje stejný text.
paper-sha256 = Kontrolní součet (SHA-256)
paper-json = Data pro ty, kdo sem chtějí odkazovat (JSON)

# The field in the head
search-close = Zavřít
search-narrow = Zúžit výsledky

copy = Kopírovat
copied = Zkopírováno

## Licence, duties and contact
footer-licence-label = Licence textů:
footer-licence-others = Materiály jiných autorů mají vlastní licenci.
footer-rights = Všechna práva vyhrazena.
footer-source = Zdrojový kód
footer-imprint = Tiráž
footer-accessibility = Přístupnost
footer-privacy = Ochrana soukromí
footer-contact = Kontakt
footer-security = Nahlásit bezpečnostní problém
accessibility-full = Tento web splňuje požadavky na přístupnost.
accessibility-partial = Tento web splňuje požadavky na přístupnost částečně.
accessibility-none = Tento web nesplňuje požadavky na přístupnost.
accessibility-untested = Zatím nikdo neověřil, zda tento web splňuje požadavky na přístupnost.
