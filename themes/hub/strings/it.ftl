# Words of the theme. State: machine.

## On every page
skip-to-content = Vai al contenuto
shortcuts = Accesso rapido
main-navigation = Menu principale
breadcrumbs = Percorso di navigazione
languages = Lingua
language-fallback = non ancora tradotto
language-missing = pagina non disponibile, vai alla pagina iniziale
home = Pagina iniziale
help-link = Serve aiuto?
footer-navigation = Informazioni su questo sito

## Lists
list-count = { $count ->
    [one] { $count } elemento
    [many] { $count } di elementi
   *[other] { $count } elementi
}
list-empty = Qui non c’è ancora nulla.
show-all = Vedi tutto: { $title }
pager = Pagine di questo elenco
pager-position = pagina { $page } di { $pages }
pager-page = Pagina { $page }
pager-previous = Pagina precedente
pager-next = Pagina successiva
term-broader = Fa parte di
term-narrower = Parti

## A page
toc = In questa pagina
facts = In breve
files = File
files-hint = Un file scaricato rimane sul dispositivo.
related = Vedi anche
backlinks = Pagine che rimandano a questa
neighbours = Precedente e successivo
neighbour-previous = Precedente
neighbour-next = Successivo
updated-on = Aggiornato il
date-and-time = { $date }, { $time }
yes = Sì
no = No
badge-draft = Bozza
badge-illustrative = Esempio

## Notices at the top of a page
notice-draft-label = Bozza.
notice-draft = Questa pagina non è ancora pubblicata.
notice-illustrative-label = Esempio.
notice-illustrative = Ciò che si legge qui è inventato, del tutto o in parte, per mostrare come funziona il portale.
notice-fallback-label = Non ancora tradotto.
notice-fallback = Questa pagina non è ancora disponibile in italiano. Di seguito si trova il testo in un’altra lingua.
notice-machine-translation-label = Tradotto automaticamente.
notice-machine-translation = Nessuno ha ancora controllato questa traduzione. In caso di dubbio vale il testo originale.
notice-draft-translation-label = Traduzione in corso.
notice-draft-translation = Questa traduzione non è stata ancora controllata. In caso di dubbio vale il testo originale.
notice-outdated-translation-label = Traduzione non aggiornata.
notice-outdated-translation = Il testo originale è cambiato dopo questa traduzione. In caso di dubbio vale il testo originale.
notice-event-planned = Questa riunione deve ancora svolgersi.
notice-event-cancelled = Questa riunione non si svolgerà.
notice-event-postponed = Questa riunione si svolgerà in un altro giorno, non ancora noto.
notice-source-link = Vai al testo originale
withheld-label = Solo la sintesi.
withheld = Il verbale completo di questa riunione non è pubblico.
confidentiality-public = Pubblico
confidentiality-chatham = Chatham House Rule: si può riferire che cosa è stato detto, ma non chi l’ha detto
confidentiality-summary = Solo la sintesi è pubblica
confidentiality-closed = Riservato

## Meetings
outcomes = Esiti
outcome = Esito
outcome-owner = Responsabile
outcome-due = Scadenza
deadline-quarter = { $number }º trimestre { $year }
deadline-season-1 = primavera { $year }
deadline-season-2 = estate { $year }
deadline-season-3 = autunno { $year }
deadline-season-4 = inverno { $year }
deadline-approximate = circa { $period }
deadline-uncertain = { $period } (incerto)
deadline-next-meeting = Prossima riunione
deadline-next-meeting-on = Prossima riunione, { $date }
deadline-ongoing = Continuativo
deadline-unknown = Da decidere
outcome-state = Stato
outcome-number = Numero
outcome-vote = Votazione
vote-for = a favore
vote-against = contro
vote-abstain = astenuti
vote-present = presenti
vote-consensus = per consenso
outcome-agenda = Ancora in sospeso da riunioni precedenti
outcome-link = Link a { $id }: { $text }
outcome-follow-up = Azioni della volta scorsa
outcome-decision = Decisione
outcome-action = Azione
outcome-recommendation = Raccomandazione
outcome-question = Domanda
state-open = Aperto
state-in-progress = In corso
state-done = Fatto
state-dropped = Annullato
state-superseded = Sostituito

## Help and resources
emergency = È in pericolo adesso?
emergency-call = Chiama il { $number }
phone-hint = Una chiamata può restare visibile nel registro del telefono.
resource-open = Vai alla risorsa:

## Boxes in a text
callout-note = Nota
callout-tip = Consiglio
callout-important = Importante
callout-warning = Avviso
callout-caution = Attenzione
callout-help = Aiuto

## Home page
home-doors = Che cosa cerca?
door-stakeholders = Collaborare
door-stakeholders-text = Per organizzazioni e amministrazioni: che cosa è stato discusso e deciso, e chi partecipa.
door-professionals = Al lavoro
door-professionals-text = Per chi lavora nel settore: risorse da usare e pieghevoli da diffondere.
door-help = Trovare aiuto
door-help-text = Per chi ha bisogno di aiuto: chi può darlo e come contattarlo.
home-activities = Attività
home-resources = Ultime risorse
home-flyers = Pieghevoli
home-feeds = Rimanere informati
home-feeds-text = Un lettore di feed porta le novità di questo sito, senza indirizzo e-mail.

## Addresses that do not exist (any more)
not-found = Pagina non trovata
not-found-text = Questa pagina non esiste o ha cambiato indirizzo. Provi uno di questi link.
redirect = Questa pagina ha cambiato indirizzo
redirect-link = Vai al nuovo indirizzo
table-region = Tabella
task-done = Fatto:
task-open = Da fare:
footnotes = Note a piè di pagina
footnote-back = Torna al testo

## Translations
coverage-link = Traduzioni di questo sito
coverage = Traduzioni
coverage-lead = Che cosa offre questo sito in ogni lingua e a che punto è ogni traduzione.
coverage-languages = Lingue
coverage-language = Lingua
coverage-source = Scritto in questa lingua
coverage-reviewed = Controllato da una persona
coverage-draft = Non ancora controllato
coverage-machine = Tradotto automaticamente
coverage-outdated = Non aggiornato
coverage-missing = Non tradotto
coverage-current = Aggiornato
coverage-share = { $percent } %
coverage-kinds = Per tipo di pagina
coverage-kind = Tipo
coverage-sections = Pagine di panoramica

## Registers and lists
outcome-meeting = Riunione
outcome-overdue = in ritardo
registers = Registri
parts = Restringi
parts-all = Mostra tutto
parts-shown = Mostrati:
parts-reset = Cancella le scelte
sort = Ordina
records-all = Vedi tutto: { $title } ({ $count })
follow = Segui questo elenco
follow-feeds = Un lettore di feed segnala le novità:
follow-calendar = Un programma di calendario mostra le scadenze e recupera da solo le modifiche:
follow-open = Apri in un programma di calendario
follow-address = Oppure copi questo indirizzo nel Suo programma di calendario:
data-files = Come dati
data-files-text = Questo elenco come file, per fare calcoli o per l’uso in un altro programma.

## Feeds and calendars
example-title = { $title } (esempio)
calendar-link = { $title } nel proprio calendario

## Citations
cite = Cita questa risorsa
cite-download = Scarica per un programma bibliografico:
figure-source = Fonte:
timeline = Cronologia
history = Modifiche a questo verbale

## Glossary, what is new, how this hub works
used-in = Usato in
news-link = Novità
news = Novità
news-lead = Le pagine più recenti di questo sito e le ultime modificate.
news-new = Nuovo
news-updated = Aggiornato
types-link = Come funziona questo portale
types = Come funziona questo portale
types-lead = Quali tipi di pagine ci sono, che cosa contengono e come si collegano.
types-common = In ogni pagina
types-common-text = Ogni pagina ha un titolo. Può avere anche una breve descrizione e un’indicazione che è una bozza o un esempio.
types-fields = Che cosa contiene
types-required = Sempre compilato
types-private = Solo per la redazione
types-choices = Uno tra
types-to = Porta a
types-terms = Dall’elenco
types-parts = Parti
types-outcomes = Il testo può contenere questi elementi. Per ognuno può indicare:
types-confidentiality = Che cosa può essere pubblico
types-level-public = Tutto è sul sito.
types-level-chatham = Il testo è sul sito. Non dice chi ha partecipato né chi ha detto che cosa.
types-level-summary = Il titolo, la descrizione e i dati sono sul sito. Il testo e i file restano interni.
types-level-closed = Sul sito non c’è nulla, nemmeno il fatto che si sia svolta.
types-fallback-page = Se manca una traduzione, la pagina mostra il testo in un’altra lingua e lo segnala, salvo diversa indicazione qui sotto.
types-fallback-list = Gli elenchi lo riportano in ogni lingua. Se manca una traduzione, portano alla pagina in un’altra lingua.
types-fallback-none = È disponibile solo per chi legge nelle lingue in cui è stato scritto.
types-glossary = Quando un’altra pagina usa per la prima volta una di queste parole, la parola porta alla spiegazione.
types-languages = Chi legge vede un testo nella propria lingua. Se manca, lo vede nella lingua successiva in cui esiste.
types-otherwise = Se manca

data = Dati aperti
data-lead = Il contenuto di questo sito, come file per fare calcoli o per il riutilizzo.
data-link = Dati aperti
data-how = Ogni elenco è disponibile come tabella (CSV) per un foglio di calcolo e come JSON per un programma. I file cambiano insieme al sito. Non serve alcuna chiave. Tutto si può leggere anche sul sito stesso.
data-licence = Licenza:
data-index = un elenco di tutti i file
data-catalog = lo stesso elenco per i cataloghi di dati (DCAT)
data-fields = Che cosa contiene ogni colonna

## The way out
exit = Esci da questo sito
exit-title = Un momento
exit-twice = Prema Shift altre due volte per uscire da questo sito.
exit-once = Prema Shift ancora una volta per uscire da questo sito.
menu = Menu
home-next = Prossima riunione
home-outcomes = Ultimi esiti

## Search
search = Cerca
search-lead = Trovi una decisione, un’organizzazione, una risorsa o un termine. Ciò che digita rimane in questa pagina.
search-link = Cerca
search-label = Cerca una parola
search-count = Risultati:
search-none = Nessun risultato. Provi una parola più breve o diversa, oppure guardi nell’elenco qui sotto.
search-failed = La ricerca al momento non funziona. L’elenco qui sotto sì.
search-more = Altri risultati
search-others = Anche in altre lingue
search-kinds = Tipo
search-languages = Lingua
search-all = Tutte le pagine
search-group = All’elenco: { $name }
search-kind-section = Panoramica
search-kind-file = File
search-year = Anno

print-online = Legga online, nella Sua lingua
print-issued = Data di edizione
print-qr = Codice QR di questa pagina
print-example = Esempio: nulla di quanto scritto su questo foglio è accaduto davvero.
print-contents = Contenuti
paper = Su carta
paper-download = Scarica (PDF)
paper-preview = Prima pagina di
paper-pages =
  { $pages ->
     [one] PDF, { $pages } pagina
     [many] PDF, { $pages } di pagine
    *[other] PDF, { $pages } pagine
  }
paper-large = Caratteri grandi
paper-press = Per tipografie, con segni di taglio
paper-all = Tutte le lingue insieme (ZIP)
paper-languages = In un’altra lingua
paper-hint = Ciò che scarica rimane sul Suo dispositivo. Questa pagina contiene lo stesso testo.
paper-sha256 = Somma di controllo (SHA-256)
paper-json = Dati per chi vuole creare un link a questa pagina (JSON)

# The field in the head
search-close = Chiudi
search-narrow = Restringi i risultati

copy = Copia
copied = Copiato

## Licence, duties and contact
footer-licence-label = Licenza dei testi:
footer-licence-others = Le risorse create da altri hanno una propria licenza.
footer-rights = Tutti i diritti riservati.
footer-source = Codice sorgente
footer-imprint = Note legali
footer-accessibility = Accessibilità
footer-privacy = Privacy
footer-contact = Contatti
footer-security = Segnala un problema di sicurezza
accessibility-full = Questo sito rispetta i requisiti di accessibilità.
accessibility-partial = Questo sito rispetta in parte i requisiti di accessibilità.
accessibility-none = Questo sito non rispetta i requisiti di accessibilità.
accessibility-untested = Nessuno ha ancora verificato se questo sito rispetta i requisiti di accessibilità.
