# Words of the theme. State: machine.

## On every page
skip-to-content = Zum Inhalt springen
shortcuts = Schnell zu
main-navigation = Hauptmenü
breadcrumbs = Navigationspfad
languages = Sprache
language-fallback = noch nicht übersetzt
language-missing = Seite nicht verfügbar, zur Startseite
home = Startseite
help-link = Brauchen Sie Hilfe?
footer-navigation = Über diese Website

## Lists
list-count = { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
}
list-empty = Hier steht noch nichts.
show-all = Alle ansehen: { $title }
pager = Seiten dieser Liste
pager-position = Seite { $page } von { $pages }
pager-page = Seite { $page }
pager-previous = Vorherige Seite
pager-next = Nächste Seite
term-broader = Gehört zu
term-narrower = Teile

## A page
toc = Auf dieser Seite
facts = Auf einen Blick
files = Dateien
files-hint = Eine heruntergeladene Datei bleibt auf dem Gerät.
related = Siehe auch
backlinks = Seiten, die auf diese verweisen
neighbours = Zurück und weiter
neighbour-previous = Zurück
neighbour-next = Weiter
updated-on = Aktualisiert am
date-and-time = { $date }, { $time } Uhr
yes = Ja
no = Nein
badge-draft = Entwurf
badge-illustrative = Beispiel

## Notices at the top of a page
notice-draft-label = Entwurf.
notice-draft = Diese Seite ist noch nicht veröffentlicht.
notice-illustrative-label = Beispiel.
notice-illustrative = Was Sie hier lesen, ist ganz oder teilweise erfunden. Es zeigt, wie das Portal funktioniert.
notice-fallback-label = Noch nicht übersetzt.
notice-fallback = Diese Seite gibt es noch nicht auf Deutsch. Unten steht der Text in einer anderen Sprache.
notice-machine-translation-label = Automatisch übersetzt.
notice-machine-translation = Noch niemand hat diese Übersetzung geprüft. Im Zweifel gilt der Originaltext.
notice-draft-translation-label = Übersetzung in Arbeit.
notice-draft-translation = Diese Übersetzung ist noch nicht geprüft. Im Zweifel gilt der Originaltext.
notice-outdated-translation-label = Übersetzung veraltet.
notice-outdated-translation = Der Originaltext wurde nach dieser Übersetzung geändert. Im Zweifel gilt der Originaltext.
notice-event-planned = Diese Sitzung steht noch bevor.
notice-event-cancelled = Diese Sitzung findet nicht statt.
notice-event-postponed = Diese Sitzung findet an einem anderen Tag statt, der noch nicht bekannt ist.
notice-source-link = Zum Originaltext
withheld-label = Nur Zusammenfassung.
withheld = Das vollständige Protokoll dieser Sitzung ist nicht öffentlich.
confidentiality-public = Öffentlich
confidentiality-chatham = Chatham House Rule: Was gesagt wurde, darf weitergegeben werden, wer es gesagt hat, nicht
confidentiality-summary = Nur die Zusammenfassung ist öffentlich
confidentiality-closed = Nicht öffentlich

## Meetings
outcomes = Ergebnisse
outcome = Ergebnis
outcome-owner = Zuständig
outcome-due = Fällig
deadline-quarter = { $number }. Quartal { $year }
deadline-season-1 = Frühling { $year }
deadline-season-2 = Sommer { $year }
deadline-season-3 = Herbst { $year }
deadline-season-4 = Winter { $year }
deadline-approximate = etwa { $period }
deadline-uncertain = { $period } (unsicher)
deadline-next-meeting = Nächste Sitzung
deadline-next-meeting-on = Nächste Sitzung, { $date }
deadline-ongoing = Laufend
deadline-unknown = Noch festzulegen
outcome-state = Stand
outcome-number = Nummer
outcome-vote = Abstimmung
vote-for = dafür
vote-against = dagegen
vote-abstain = enthalten
vote-present = anwesend
vote-consensus = im Konsens
outcome-agenda = Noch offen aus früheren Sitzungen
outcome-link = Link zu { $id }: { $text }
outcome-follow-up = Aufgaben vom letzten Mal
outcome-decision = Beschluss
outcome-action = Aufgabe
outcome-recommendation = Empfehlung
outcome-question = Frage
state-open = Offen
state-in-progress = In Arbeit
state-done = Erledigt
state-dropped = Entfallen
state-superseded = Ersetzt

## Help and resources
emergency = Sind Sie gerade in Gefahr?
emergency-call = { $number } anrufen
phone-hint = Ein Anruf kann in der Anrufliste des Telefons sichtbar bleiben.
resource-open = Zum Material:

## Boxes in a text
callout-note = Hinweis
callout-tip = Tipp
callout-important = Wichtig
callout-warning = Warnung
callout-caution = Vorsicht
callout-help = Hilfe

## Home page
home-doors = Was suchen Sie?
door-stakeholders = Zusammenarbeiten
door-stakeholders-text = Für Organisationen und Behörden: was besprochen und beschlossen wurde und wer mitmacht.
door-professionals = Bei der Arbeit
door-professionals-text = Für Fachkräfte: Materialien zum Nutzen und Faltblätter zum Weitergeben.
door-help = Hilfe finden
door-help-text = Für alle, die Hilfe brauchen: wer sie geben kann und wie Sie sie erreichen.
home-activities = Aktivitäten
home-resources = Neueste Materialien
home-flyers = Faltblätter
home-feeds = Auf dem Laufenden bleiben
home-feeds-text = Mit einem Feedreader erhalten Sie Neues von dieser Website, ohne E-Mail-Adresse.

## Addresses that do not exist (any more)
not-found = Seite nicht gefunden
not-found-text = Diese Seite gibt es nicht oder sie hat eine andere Adresse. Versuchen Sie einen dieser Links.
redirect = Diese Seite ist umgezogen
redirect-link = Zur neuen Adresse
table-region = Tabelle
task-done = Erledigt:
task-open = Zu erledigen:
footnotes = Fußnoten
footnote-back = Zurück zum Text

## Translations
coverage-link = Übersetzungen dieser Website
coverage = Übersetzungen
coverage-lead = Was diese Website in jeder Sprache enthält und wie weit jede Übersetzung ist.
coverage-languages = Sprachen
coverage-language = Sprache
coverage-source = In dieser Sprache geschrieben
coverage-reviewed = Von einem Menschen geprüft
coverage-draft = Noch nicht geprüft
coverage-machine = Automatisch übersetzt
coverage-outdated = Veraltet
coverage-missing = Nicht übersetzt
coverage-current = Aktuell
coverage-share = { $percent } %
coverage-kinds = Nach Art der Seite
coverage-kind = Art
coverage-sections = Übersichtsseiten

## Registers and lists
outcome-meeting = Sitzung
outcome-overdue = überfällig
registers = Register
parts = Eingrenzen
parts-all = Alle anzeigen
parts-shown = Angezeigt:
parts-reset = Auswahl löschen
sort = Sortieren
records-all = Alle ansehen: { $title } ({ $count })
follow = Dieser Liste folgen
follow-feeds = Ein Feedreader zeigt Ihnen, was neu ist:
follow-calendar = Ein Kalenderprogramm zeigt, was wann fällig ist, und holt Änderungen selbst ab:
follow-open = In einem Kalenderprogramm öffnen
follow-address = Oder kopieren Sie diese Adresse in Ihr Kalenderprogramm:
data-files = Als Daten
data-files-text = Diese Liste als Datei, zum Rechnen oder für ein anderes Programm.

## Feeds and calendars
example-title = { $title } (Beispiel)
calendar-link = { $title } im eigenen Kalender

## Citations
cite = Dieses Material zitieren
cite-download = Für ein Literaturprogramm herunterladen:
figure-source = Quelle:
timeline = Verlauf
history = Änderungen an diesem Protokoll

## Glossary, what is new, how this hub works
used-in = Verwendet in
news-link = Was ist neu
news = Was ist neu
news-lead = Die neuesten Seiten dieser Website und die zuletzt geänderten.
news-new = Neu
news-updated = Aktualisiert
types-link = So funktioniert dieses Portal
types = So funktioniert dieses Portal
types-lead = Welche Arten von Seiten es gibt, was sie enthalten und wie sie zusammengehören.
types-common = Auf jeder Seite
types-common-text = Jede Seite hat einen Titel. Sie kann auch eine kurze Beschreibung haben und eine Kennzeichnung als Entwurf oder Beispiel.
types-fields = Was sie enthält
types-required = Immer ausgefüllt
types-private = Nur für die Redaktion
types-choices = Eines von
types-to = Führt zu
types-terms = Aus der Liste
types-parts = Teile
types-outcomes = Der Text kann Folgendes enthalten. Dazu kann jeweils stehen:
types-confidentiality = Was öffentlich sein darf
types-level-public = Alles steht auf der Website.
types-level-chatham = Der Text steht auf der Website. Es steht nicht dabei, wer teilnahm und wer was sagte.
types-level-summary = Titel, Beschreibung und Fakten stehen auf der Website. Der Text und die Dateien bleiben intern.
types-level-closed = Nichts steht auf der Website, auch nicht, dass es stattfand.
types-fallback-page = Fehlt eine Übersetzung, zeigt die Seite den Text in einer anderen Sprache und weist darauf hin, sofern unten nichts anderes steht.
types-fallback-list = Listen nennen es in jeder Sprache. Fehlt eine Übersetzung, führen sie zur Seite in einer anderen Sprache.
types-fallback-none = Es ist nur für Lesende der Sprachen da, in denen es geschrieben ist.
types-glossary = Wo eine andere Seite ein solches Wort zum ersten Mal verwendet, führt das Wort zur Erklärung.
types-languages = Lesende sehen einen Text in ihrer eigenen Sprache. Fehlt er, sehen sie ihn in der nächsten Sprache, in der es ihn gibt.
types-otherwise = Wenn er fehlt

data = Offene Daten
data-lead = Was auf dieser Website steht, als Dateien zum Rechnen oder Übernehmen.
data-link = Offene Daten
data-how = Jede Liste gibt es als Tabelle (CSV) für eine Tabellenkalkulation und als JSON für ein Programm. Die Dateien ändern sich mit der Website. Es ist kein Schlüssel nötig. Alles ist auch auf der Website selbst zu lesen.
data-licence = Lizenz:
data-index = eine Liste aller Dateien
data-catalog = dieselbe Liste für Datenkataloge (DCAT)
data-fields = Was jede Spalte enthält

## The way out
exit = Diese Website verlassen
exit-title = Einen Moment
exit-twice = Drücken Sie noch zweimal Shift, um diese Website zu verlassen.
exit-once = Drücken Sie noch einmal Shift, um diese Website zu verlassen.
menu = Menü
home-next = Nächste Sitzung
home-outcomes = Neueste Ergebnisse

## Search
search = Suche
search-lead = Finden Sie einen Beschluss, eine Organisation, ein Material oder einen Begriff. Was Sie eingeben, bleibt auf dieser Seite.
search-link = Suche
search-label = Nach einem Wort suchen
search-count = Treffer:
search-none = Nichts gefunden. Versuchen Sie ein kürzeres oder anderes Wort oder sehen Sie in der Liste unten nach.
search-failed = Die Suche funktioniert gerade nicht. Die Liste unten schon.
search-more = Mehr Treffer
search-others = Auch in anderen Sprachen
search-kinds = Art
search-languages = Sprache
search-all = Alle Seiten
search-group = Zur Liste: { $name }
search-kind-section = Übersicht
search-kind-file = Datei
search-year = Jahr

print-online = Lesen Sie dies online, in Ihrer eigenen Sprache
print-issued = Ausgabe vom
print-qr = QR-Code zu dieser Seite
print-example = Beispiel: Nichts auf diesem Blatt ist wirklich geschehen.
print-contents = Inhalt
paper = Auf Papier
paper-download = Herunterladen (PDF)
paper-preview = Erste Seite von
paper-pages =
  { $pages ->
     [one] PDF, { $pages } Seite
    *[other] PDF, { $pages } Seiten
  }
paper-large = Großdruck
paper-press = Für Druckereien, mit Schnittmarken
paper-all = Alle Sprachen zusammen (ZIP)
paper-languages = In einer anderen Sprache
paper-hint = Was Sie herunterladen, bleibt auf Ihrem Gerät. Diese Seite enthält denselben Text.
paper-sha256 = Prüfsumme (SHA-256)
paper-json = Daten für alle, die darauf verlinken möchten (JSON)

# The field in the head
search-close = Schließen
search-narrow = Treffer eingrenzen

copy = Kopieren
copied = Kopiert

## Licence, duties and contact
footer-licence-label = Lizenz der Texte:
footer-licence-others = Für Materialien anderer gilt deren eigene Lizenz.
footer-rights = Alle Rechte vorbehalten.
footer-source = Quellcode
footer-imprint = Impressum
footer-accessibility = Barrierefreiheit
footer-privacy = Datenschutz
footer-contact = Kontakt
footer-security = Sicherheitsproblem melden
accessibility-full = Diese Website erfüllt die Anforderungen an die Barrierefreiheit.
accessibility-partial = Diese Website erfüllt die Anforderungen an die Barrierefreiheit teilweise.
accessibility-none = Diese Website erfüllt die Anforderungen an die Barrierefreiheit nicht.
accessibility-untested = Noch niemand hat geprüft, ob diese Website die Anforderungen an die Barrierefreiheit erfüllt.
