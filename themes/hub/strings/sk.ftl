# Slová motívu. State: machine.

## On every page
skip-to-content = Prejsť na obsah
shortcuts = Rýchle odkazy
main-navigation = Hlavná ponuka
breadcrumbs = Navigačná cesta
languages = Jazyk
language-fallback = zatiaľ nepreložené
language-missing = stránka nie je k dispozícii, prejsť na úvodnú stránku
home = Úvodná stránka
help-link = Potrebujete pomoc?
footer-navigation = O tomto webe

## Lists
list-count = { $count ->
    [one] { $count } položka
    [few] { $count } položky
    [many] { $count } položky
   *[other] { $count } položiek
}
list-empty = Zatiaľ tu nič nie je.
show-all = Zobraziť všetko: { $title }
pager = Stránky tohto zoznamu
pager-position = stránka { $page } z { $pages }
pager-page = Stránka { $page }
pager-previous = Predchádzajúca stránka
pager-next = Ďalšia stránka
term-broader = Súčasť celku
term-narrower = Časti

## A page
toc = Na tejto stránke
facts = Stručne
files = Súbory
files-hint = Stiahnutý súbor zostane v zariadení.
related = Pozrite aj
backlinks = Stránky, ktoré sem odkazujú
neighbours = Predchádzajúca a ďalšia
neighbour-previous = Predchádzajúca
neighbour-next = Ďalšia
updated-on = Aktualizované
date-and-time = { $date }, { $time }
yes = Áno
no = Nie
badge-draft = Koncept
badge-illustrative = Ukážka

## Notices at the top of a page
notice-draft-label = Koncept.
notice-draft = Táto stránka ešte nebola zverejnená.
notice-illustrative-label = Ukážka.
notice-illustrative = Celý tento text alebo jeho časť je vymyslená, aby bolo vidieť, ako portál funguje.
notice-fallback-label = Zatiaľ nepreložené.
notice-fallback = Táto stránka zatiaľ nie je k dispozícii v slovenčine. Nižšie je text v inom jazyku.
notice-machine-translation-label = Preložené automaticky.
notice-machine-translation = Tento preklad zatiaľ nikto neskontroloval. V prípade pochybností platí pôvodný text.
notice-draft-translation-label = Preklad sa pripravuje.
notice-draft-translation = Tento preklad ešte nebol skontrolovaný. V prípade pochybností platí pôvodný text.
notice-outdated-translation-label = Preklad je zastaraný.
notice-outdated-translation = Pôvodný text sa od vytvorenia tohto prekladu zmenil. V prípade pochybností platí pôvodný text.
notice-event-planned = Toto stretnutie sa ešte len uskutoční.
notice-event-cancelled = Toto stretnutie sa neuskutoční.
notice-event-postponed = Toto stretnutie sa uskutoční v iný deň, ktorý zatiaľ nie je známy.
notice-source-link = Prejsť na pôvodný text
withheld-label = Len zhrnutie.
withheld = Úplná zápisnica z tohto stretnutia nie je verejná.
confidentiality-public = Verejné
confidentiality-chatham = Chatham House Rule: čo odznelo, možno šíriť, kto to povedal, nie
confidentiality-summary = Verejné je len zhrnutie
confidentiality-closed = Neverejné

## Meetings
outcomes = Výsledky
outcome = Výsledok
outcome-owner = Zodpovedá
outcome-due = Termín
deadline-quarter = { $number }. štvrťrok { $year }
deadline-season-1 = jar { $year }
deadline-season-2 = leto { $year }
deadline-season-3 = jeseň { $year }
deadline-season-4 = zima { $year }
deadline-approximate = približne { $period }
deadline-uncertain = { $period } (neisté)
deadline-next-meeting = Ďalšie stretnutie
deadline-next-meeting-on = Ďalšie stretnutie, { $date }
deadline-ongoing = Priebežne
deadline-unknown = Určí sa neskôr
outcome-state = Stav
outcome-number = Číslo
outcome-vote = Hlasovanie
vote-for = za
vote-against = proti
vote-abstain = zdržalo sa
vote-present = prítomní
vote-consensus = konsenzom
outcome-agenda = Stále otvorené z predchádzajúcich stretnutí
outcome-link = Odkaz na { $id }: { $text }
outcome-follow-up = Úlohy z minulého stretnutia
outcome-decision = Rozhodnutie
outcome-action = Úloha
outcome-recommendation = Odporúčanie
outcome-question = Otázka
state-open = Otvorené
state-in-progress = Prebieha
state-done = Splnené
state-dropped = Zrušené
state-superseded = Nahradené

## Help and resources
emergency = Ste teraz v nebezpečenstve?
emergency-call = Zavolajte { $number }
phone-hint = Hovor môže zostať viditeľný v histórii hovorov v telefóne.
resource-open = Prejsť na materiál:

## Boxes in a text
callout-note = Poznámka
callout-tip = Tip
callout-important = Dôležité
callout-warning = Varovanie
callout-caution = Pozor
callout-help = Pomoc

## Home page
home-doors = Čo hľadáte?
door-stakeholders = Spolupráca
door-stakeholders-text = Pre organizácie a úrady: čo sa prerokovalo a rozhodlo a kto sa zúčastňuje.
door-professionals = V práci
door-professionals-text = Pre odborníkov: materiály na použitie a letáky na šírenie.
door-help = Hľadanie pomoci
door-help-text = Pre každého, kto potrebuje pomoc: kto ju môže poskytnúť a ako sa naňho obrátiť.
home-activities = Aktivity
home-resources = Najnovšie materiály
home-flyers = Letáky
home-feeds = Zostaňte informovaní
home-feeds-text = Čítačka kanálov vám prinesie novinky z tohto webu bez e-mailovej adresy.

## Addresses that do not exist (any more)
not-found = Stránka sa nenašla
not-found-text = Táto stránka neexistuje alebo má inú adresu. Skúste niektorý z týchto odkazov.
redirect = Táto stránka sa presunula
redirect-link = Prejsť na novú adresu
table-region = Tabuľka
task-done = Hotovo:
task-open = Treba urobiť:
footnotes = Poznámky pod čiarou
footnote-back = Späť na text

## Translations
coverage-link = Preklady tohto webu
coverage = Preklady
coverage-lead = Čo je na tomto webe v jednotlivých jazykoch a ako ďaleko je každý preklad.
coverage-languages = Jazyky
coverage-language = Jazyk
coverage-source = Napísané v tomto jazyku
coverage-reviewed = Skontrolované človekom
coverage-draft = Zatiaľ neskontrolované
coverage-machine = Preložené automaticky
coverage-outdated = Zastarané
coverage-missing = Nepreložené
coverage-current = Aktuálne
coverage-share = { $percent } %
coverage-kinds = Podľa druhu stránky
coverage-kind = Druh
coverage-sections = Prehľadové stránky

## Registers and lists
outcome-meeting = Stretnutie
outcome-overdue = po termíne
registers = Registre
parts = Zúžiť výber
parts-all = Zobraziť všetko
parts-shown = Zobrazené:
parts-reset = Zrušiť výber
sort = Zoradiť
records-all = Zobraziť všetko: { $title } ({ $count })
follow = Sledovať tento zoznam
follow-feeds = Čítačka kanálov vás upozorní na novinky:
follow-calendar = Kalendárový program ukáže, čo má kedy termín, a zmeny si načíta sám:
follow-open = Otvoriť v kalendárovom programe
follow-address = Alebo skopírujte túto adresu do svojho kalendárového programu:
data-files = Ako údaje
data-files-text = Tento zoznam ako súbor, na výpočty alebo na použitie v inom programe.

## Feeds and calendars
example-title = { $title } (ukážka)
calendar-link = { $title } vo vašom kalendári

## Citations
cite = Citovať tento materiál
cite-download = Stiahnuť pre citačný program:
figure-source = Zdroj:
timeline = Časová os
history = Zmeny v tejto zápisnici

## Glossary, what is new, how this hub works
used-in = Použité v
news-link = Čo je nové
news = Čo je nové
news-lead = Najnovšie stránky tohto webu a tie, ktoré sa naposledy zmenili.
news-new = Nové
news-updated = Aktualizované
types-link = Ako tento portál funguje
types = Ako tento portál funguje
types-lead = Aké druhy stránok tu sú, čo obsahujú a ako spolu súvisia.
types-common = Na každej stránke
types-common-text = Každá stránka má názov. Môže mať aj krátky opis a označenie, že ide o koncept alebo ukážku.
types-fields = Čo obsahuje
types-required = Vždy vyplnené
types-private = Len pre redakciu
types-choices = Jedno z
types-to = Vedie na
types-terms = Zo zoznamu
types-parts = Časti
types-outcomes = Text môže obsahovať tieto výsledky. Pri každom možno uviesť:
types-confidentiality = Čo smie byť verejné
types-level-public = Na webe je všetko.
types-level-chatham = Text je na webe. Neuvádza, kto sa zúčastnil, ani kto čo povedal.
types-level-summary = Názov, opis a základné údaje sú na webe. Text a súbory zostávajú neverejné.
types-level-closed = Na webe nie je nič, ani to, že sa stretnutie konalo.
types-fallback-page = Kde chýba preklad, stránka ukáže text v inom jazyku a uvedie to, ak nižšie nie je napísané inak.
types-fallback-list = Zoznamy to uvádzajú v každom jazyku. Kde chýba preklad, vedú na stránku v inom jazyku.
types-fallback-none = Je k dispozícii len čitateľom jazykov, v ktorých to bolo napísané.
types-glossary = Kde iná stránka použije takéto slovo prvýkrát, slovo vedie na svoje vysvetlenie.
types-languages = Čitatelia vidia text vo svojom jazyku. Ak chýba, vidia ho v ďalšom jazyku, v ktorom existuje.
types-otherwise = Ak chýba

data = Otvorené údaje
data-lead = Obsah tohto webu ako súbory na výpočty alebo na prevzatie.
data-link = Otvorené údaje
data-how = Každý zoznam je k dispozícii ako tabuľka (CSV) pre tabuľkový procesor a ako JSON pre program. Súbory sa menia spolu s webom. Kľúč nie je potrebný. Všetko si možno prečítať aj priamo na webe.
data-licence = Licencia:
data-index = zoznam všetkých súborov
data-catalog = rovnaký zoznam pre katalógy údajov (DCAT)
data-fields = Čo obsahuje každý stĺpec

## The way out
exit = Opustiť tento web
exit-title = Chvíľu strpenia
exit-twice = Stlačte Shift ešte dvakrát a opustíte tento web.
exit-once = Stlačte Shift ešte raz a opustíte tento web.
menu = Ponuka
home-next = Ďalšie stretnutie
home-outcomes = Najnovšie výsledky

## Search
search = Hľadať
search-lead = Nájdite rozhodnutie, organizáciu, materiál alebo pojem. Čo napíšete, zostane na tejto stránke.
search-link = Hľadať
search-label = Hľadať slovo
search-count = Nájdené:
search-none = Nič sa nenašlo. Skúste kratšie alebo iné slovo, alebo sa pozrite do zoznamu nižšie.
search-failed = Hľadanie teraz nefunguje. Zoznam nižšie funguje.
search-more = Ďalšie výsledky
search-others = Aj v iných jazykoch
search-kinds = Druh
search-languages = Jazyk
search-all = Všetky stránky
search-group = Na zoznam: { $name }
search-kind-section = Prehľad
search-kind-file = Súbor
search-year = Rok

print-online = Prečítajte si to online, vo svojom jazyku
print-issued = Dátum vydania
print-qr = QR kód na túto stránku
print-example = Ukážka: nič z toho, čo je na tomto hárku, sa v skutočnosti nestalo.
print-contents = Obsah
paper = Na papieri
paper-download = Stiahnuť (PDF)
paper-preview = Prvá strana:
paper-pages = { $pages ->
    [one] PDF, { $pages } strana
    [few] PDF, { $pages } strany
    [many] PDF, { $pages } strany
   *[other] PDF, { $pages } strán
}
paper-large = Veľké písmo
paper-press = Pre tlačiarne, s orezovými značkami
paper-all = Všetky jazyky spolu (ZIP)
paper-languages = V inom jazyku
paper-hint = Čo si stiahnete, zostane vo vašom zariadení. Táto stránka obsahuje rovnaký text.
paper-sha256 = Kontrolný súčet (SHA-256)
paper-json = Údaje pre tých, ktorí sem chcú odkazovať (JSON)

# The field in the head
search-close = Zavrieť
search-narrow = Zúžiť výsledky

copy = Kopírovať
copied = Skopírované

## Licence, duties and contact
footer-licence-label = Licencia textov:
footer-licence-others = Materiály iných autorov majú vlastnú licenciu.
footer-rights = Všetky práva vyhradené.
footer-source = Zdrojový kód
footer-imprint = Tiráž
footer-accessibility = Prístupnosť
footer-privacy = Ochrana súkromia
footer-contact = Kontakt
footer-security = Nahlásiť bezpečnostný problém
accessibility-full = Tento web spĺňa požiadavky na prístupnosť.
accessibility-partial = Tento web spĺňa požiadavky na prístupnosť čiastočne.
accessibility-none = Tento web nespĺňa požiadavky na prístupnosť.
accessibility-untested = Zatiaľ nikto neoveril, či tento web spĺňa požiadavky na prístupnosť.
