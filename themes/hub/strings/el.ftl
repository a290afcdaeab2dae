# The words of the theme in Greek. State: machine.

## On every page
skip-to-content = Μετάβαση στο περιεχόμενο
shortcuts = Συντομεύσεις
main-navigation = Κύριο μενού
breadcrumbs = Διαδρομή σελίδας
languages = Γλώσσα
language-fallback = δεν έχει μεταφραστεί ακόμη
language-missing = η σελίδα δεν είναι διαθέσιμη, μετάβαση στην αρχική σελίδα
home = Αρχική σελίδα
help-link = Χρειάζεστε βοήθεια;
footer-navigation = Σχετικά με τον ιστότοπο

## Lists
list-count = { $count ->
    [one] { $count } στοιχείο
   *[other] { $count } στοιχεία
}
list-empty = Δεν υπάρχει ακόμη τίποτα εδώ.
show-all = Προβολή όλων: { $title }
pager = Σελίδες αυτής της λίστας
pager-position = σελίδα { $page } από { $pages }
pager-page = Σελίδα { $page }
pager-previous = Προηγούμενη σελίδα
pager-next = Επόμενη σελίδα
term-broader = Ανήκει σε
term-narrower = Μέρη

## A page
toc = Σε αυτή τη σελίδα
facts = Με λίγα λόγια
files = Αρχεία
files-hint = Το αρχείο που κατεβάζετε μένει στη συσκευή.
related = Δείτε επίσης
backlinks = Σελίδες που παραπέμπουν εδώ
neighbours = Προηγούμενη και επόμενη
neighbour-previous = Προηγούμενη
neighbour-next = Επόμενη
updated-on = Ενημερώθηκε στις
date-and-time = { $date }, { $time }
yes = Ναι
no = Όχι
badge-draft = Προσχέδιο
badge-illustrative = Παράδειγμα

## Notices at the top of a page
notice-draft-label = Προσχέδιο.
notice-draft = Η σελίδα αυτή δεν έχει δημοσιευτεί ακόμη.
notice-illustrative-label = Παράδειγμα.
notice-illustrative = Όλα ή μέρος όσων διαβάζετε εδώ είναι επινοημένα, για να δείξουν πώς λειτουργεί ο κόμβος.
notice-fallback-label = Δεν έχει μεταφραστεί ακόμη.
notice-fallback = Η σελίδα αυτή δεν είναι ακόμη διαθέσιμη στα ελληνικά. Παρακάτω είναι το κείμενο σε άλλη γλώσσα.
notice-machine-translation-label = Αυτόματη μετάφραση.
notice-machine-translation = Κανείς δεν έχει ελέγξει ακόμη αυτή τη μετάφραση. Σε περίπτωση αμφιβολίας ισχύει το πρωτότυπο κείμενο.
notice-draft-translation-label = Μετάφραση σε εξέλιξη.
notice-draft-translation = Η μετάφραση αυτή δεν έχει ελεγχθεί ακόμη. Σε περίπτωση αμφιβολίας ισχύει το πρωτότυπο κείμενο.
notice-outdated-translation-label = Μη ενημερωμένη μετάφραση.
notice-outdated-translation = Το πρωτότυπο κείμενο άλλαξε μετά από αυτή τη μετάφραση. Σε περίπτωση αμφιβολίας ισχύει το πρωτότυπο κείμενο.
notice-event-planned = Η συνάντηση αυτή δεν έχει γίνει ακόμη.
notice-event-cancelled = Η συνάντηση αυτή δεν θα γίνει.
notice-event-postponed = Η συνάντηση αυτή θα γίνει άλλη ημέρα, που δεν είναι ακόμη γνωστή.
notice-source-link = Μετάβαση στο πρωτότυπο κείμενο
withheld-label = Μόνο περίληψη.
withheld = Οι πλήρεις σημειώσεις αυτής της συνάντησης δεν είναι δημόσιες.
confidentiality-public = Δημόσια
confidentiality-chatham = Chatham House Rule: όσα ειπώθηκαν μπορούν να κοινοποιηθούν, όχι όμως ποιος τα είπε
confidentiality-summary = Μόνο η περίληψη είναι δημόσια
confidentiality-closed = Κλειστή

## Meetings
outcomes = Αποτελέσματα
outcome = Αποτέλεσμα
outcome-owner = Υπεύθυνος
outcome-due = Προθεσμία
deadline-quarter = { $number }ο τρίμηνο { $year }
deadline-season-1 = άνοιξη { $year }
deadline-season-2 = καλοκαίρι { $year }
deadline-season-3 = φθινόπωρο { $year }
deadline-season-4 = χειμώνας { $year }
deadline-approximate = περίπου { $period }
deadline-uncertain = { $period } (αβέβαιο)
deadline-next-meeting = Επόμενη συνάντηση
deadline-next-meeting-on = Επόμενη συνάντηση, { $date }
deadline-ongoing = Διαρκώς
deadline-unknown = Θα αποφασιστεί
outcome-state = Κατάσταση
outcome-number = Αριθμός
outcome-vote = Ψηφοφορία
vote-for = υπέρ
vote-against = κατά
vote-abstain = αποχή
vote-present = παρόντες
vote-consensus = με συναίνεση
outcome-agenda = Ανοιχτά ακόμη από προηγούμενες συναντήσεις
outcome-link = Σύνδεσμος προς { $id }: { $text }
outcome-follow-up = Ενέργειες από την προηγούμενη φορά
outcome-decision = Απόφαση
outcome-action = Ενέργεια
outcome-recommendation = Σύσταση
outcome-question = Ερώτηση
state-open = Ανοιχτό
state-in-progress = Σε εξέλιξη
state-done = Ολοκληρώθηκε
state-dropped = Εγκαταλείφθηκε
state-superseded = Αντικαταστάθηκε

## Help and resources
emergency = Κινδυνεύετε τώρα;
emergency-call = Καλέστε το { $number }
phone-hint = Η κλήση μπορεί να μείνει στο ιστορικό κλήσεων του τηλεφώνου.
resource-open = Μετάβαση στο υλικό:

## Boxes in a text
callout-note = Σημείωση
callout-tip = Συμβουλή
callout-important = Σημαντικό
callout-warning = Προειδοποίηση
callout-caution = Προσοχή
callout-help = Βοήθεια

## Home page
home-doors = Τι αναζητάτε;
door-stakeholders = Συνεργασία
door-stakeholders-text = Για οργανώσεις και δημόσιες αρχές: τι συζητήθηκε και αποφασίστηκε και ποιοι συμμετέχουν.
door-professionals = Στην εργασία
door-professionals-text = Για επαγγελματίες: υλικά προς χρήση και φυλλάδια προς διανομή.
door-help = Εύρεση βοήθειας
door-help-text = Για όποιον χρειάζεται βοήθεια: ποιος μπορεί να τη δώσει και πώς θα επικοινωνήσετε.
home-activities = Δραστηριότητες
home-resources = Νεότερα υλικά
home-flyers = Φυλλάδια
home-feeds = Μείνετε ενήμεροι
home-feeds-text = Με έναν αναγνώστη ροών λαμβάνετε τα νέα του ιστότοπου χωρίς διεύθυνση e-mail.

## Addresses that do not exist (any more)
not-found = Η σελίδα δεν βρέθηκε
not-found-text = Η σελίδα αυτή δεν υπάρχει ή μεταφέρθηκε σε άλλη διεύθυνση. Δοκιμάστε έναν από αυτούς τους συνδέσμους.
redirect = Η σελίδα αυτή μεταφέρθηκε
redirect-link = Μετάβαση στη νέα διεύθυνση
table-region = Πίνακας
task-done = Έγινε:
task-open = Εκκρεμεί:
footnotes = Υποσημειώσεις
footnote-back = Πίσω στο κείμενο

## Translations
coverage-link = Μεταφράσεις αυτού του ιστότοπου
coverage = Μεταφράσεις
coverage-lead = Τι υπάρχει στον ιστότοπο σε κάθε γλώσσα και πόσο έχει προχωρήσει κάθε μετάφραση.
coverage-languages = Γλώσσες
coverage-language = Γλώσσα
coverage-source = Γραμμένα σε αυτή τη γλώσσα
coverage-reviewed = Ελεγμένα από άνθρωπο
coverage-draft = Δεν έχουν ελεγχθεί ακόμη
coverage-machine = Αυτόματη μετάφραση
coverage-outdated = Μη ενημερωμένα
coverage-missing = Χωρίς μετάφραση
coverage-current = Ενημερωμένα
coverage-share = { $percent } %
coverage-kinds = Ανά είδος σελίδας
coverage-kind = Είδος
coverage-sections = Σελίδες επισκόπησης

## Registers and lists
outcome-meeting = Συνάντηση
outcome-overdue = εκπρόθεσμο
registers = Μητρώα
parts = Περιορισμός
parts-all = Εμφάνιση όλων
parts-shown = Εμφανίζονται:
parts-reset = Καθαρισμός επιλογών
sort = Ταξινόμηση
records-all = Προβολή όλων: { $title } ({ $count })
follow = Παρακολούθηση αυτής της λίστας
follow-feeds = Ένας αναγνώστης ροών σάς ενημερώνει για τα νέα:
follow-calendar = Ένα πρόγραμμα ημερολογίου δείχνει τι πρέπει να γίνει έως πότε και παίρνει μόνο του τις αλλαγές:
follow-open = Άνοιγμα σε πρόγραμμα ημερολογίου
follow-address = Ή αντιγράψτε αυτή τη διεύθυνση στο πρόγραμμα ημερολογίου σας:
data-files = Ως δεδομένα
data-files-text = Η λίστα ως αρχείο, για υπολογισμούς ή για χρήση σε άλλο πρόγραμμα.

## Feeds and calendars
example-title = { $title } (παράδειγμα)
calendar-link = { $title } στο δικό σας ημερολόγιο

## Citations
cite = Παραπομπή σε αυτό το υλικό
cite-download = Λήψη για πρόγραμμα διαχείρισης βιβλιογραφίας:
figure-source = Πηγή:
timeline = Χρονολόγιο
history = Αλλαγές σε αυτά τα πρακτικά

## Glossary, what is new, how this hub works
used-in = Χρησιμοποιείται σε
news-link = Τι νέο υπάρχει
news = Τι νέο υπάρχει
news-lead = Οι νεότερες σελίδες του ιστότοπου και όσες άλλαξαν τελευταίες.
news-new = Νέα
news-updated = Ενημερωμένα
types-link = Πώς λειτουργεί ο κόμβος
types = Πώς λειτουργεί ο κόμβος
types-lead = Ποια είδη σελίδων υπάρχουν, τι περιέχουν και πώς συνδέονται μεταξύ τους.
types-common = Σε κάθε σελίδα
types-common-text = Κάθε σελίδα έχει τίτλο. Μπορεί να έχει και σύντομη περιγραφή, καθώς και ένδειξη ότι είναι προσχέδιο ή παράδειγμα.
types-fields = Τι περιέχει
types-required = Συμπληρώνεται πάντα
types-private = Μόνο για συντάκτες
types-choices = Ένα από τα εξής
types-to = Οδηγεί σε
types-terms = Από τη λίστα
types-parts = Μέρη
types-outcomes = Το κείμενο μπορεί να περιέχει τα εξής. Για το καθένα μπορεί να αναφέρει:
types-confidentiality = Τι μπορεί να είναι δημόσιο
types-level-public = Όλα βρίσκονται στον ιστότοπο.
types-level-chatham = Το κείμενο βρίσκεται στον ιστότοπο. Δεν λέει ποιος συμμετείχε ούτε ποιος είπε τι.
types-level-summary = Ο τίτλος, η περιγραφή και τα στοιχεία βρίσκονται στον ιστότοπο. Το κείμενο και τα αρχεία δεν δημοσιεύονται.
types-level-closed = Τίποτα δεν βρίσκεται στον ιστότοπο, ούτε καν ότι έγινε η συνάντηση.
types-fallback-page = Όπου λείπει μετάφραση, η σελίδα δείχνει το κείμενο σε άλλη γλώσσα και το αναφέρει, εκτός αν παρακάτω ορίζεται κάτι άλλο.
types-fallback-list = Οι λίστες την αναφέρουν σε κάθε γλώσσα. Όπου λείπει μετάφραση, οδηγούν στη σελίδα σε άλλη γλώσσα.
types-fallback-none = Υπάρχει μόνο για τους αναγνώστες των γλωσσών στις οποίες γράφτηκε.
types-glossary = Όπου μια άλλη σελίδα χρησιμοποιεί μια τέτοια λέξη για πρώτη φορά, η λέξη οδηγεί στην εξήγησή της.
types-languages = Οι αναγνώστες βλέπουν το κείμενο στη γλώσσα τους. Αν λείπει, το βλέπουν στην επόμενη γλώσσα που το έχει.
types-otherwise = Αν λείπει

data = Ανοιχτά δεδομένα
data-lead = Τα περιεχόμενα του ιστότοπου ως αρχεία, για υπολογισμούς ή για περαιτέρω χρήση.
data-link = Ανοιχτά δεδομένα
data-how = Κάθε λίστα υπάρχει ως πίνακας (CSV) για υπολογιστικό φύλλο και ως JSON για πρόγραμμα. Τα αρχεία αλλάζουν μαζί με τον ιστότοπο. Δεν χρειάζεται κλειδί. Όλα διαβάζονται και στον ίδιο τον ιστότοπο.
data-licence = Άδεια:
data-index = κατάλογος όλων των αρχείων
data-catalog = ο ίδιος κατάλογος για καταλόγους δεδομένων (DCAT)
data-fields = Τι περιέχει κάθε στήλη

## The way out
exit = Έξοδος από τον ιστότοπο
exit-title = Μια στιγμή
exit-twice = Πατήστε Shift άλλες δύο φορές για έξοδο από τον ιστότοπο.
exit-once = Πατήστε Shift άλλη μία φορά για έξοδο από τον ιστότοπο.
menu = Μενού
home-next = Επόμενη συνάντηση
home-outcomes = Τελευταία αποτελέσματα

## Search
search = Αναζήτηση
search-lead = Βρείτε μια απόφαση, οργάνωση, υλικό ή όρο. Ό,τι πληκτρολογείτε μένει σε αυτή τη σελίδα.
search-link = Αναζήτηση
search-label = Αναζήτηση λέξης
search-count = Αποτελέσματα:
search-none = Δεν βρέθηκε τίποτα. Δοκιμάστε μια πιο σύντομη ή άλλη λέξη ή δείτε την παρακάτω λίστα.
search-failed = Η αναζήτηση δεν λειτουργεί τώρα. Η παρακάτω λίστα λειτουργεί.
search-more = Περισσότερα αποτελέσματα
search-others = Και σε άλλες γλώσσες
search-kinds = Είδος
search-languages = Γλώσσα
search-all = Όλες οι σελίδες
search-group = Στη λίστα: { $name }
search-kind-section = Επισκόπηση
search-kind-file = Αρχείο
search-year = Έτος

print-online = Διαβάστε το διαδικτυακά στη γλώσσα σας
print-issued = Ημερομηνία έκδοσης
print-qr = Κωδικός QR για αυτή τη σελίδα
print-example = Παράδειγμα: τίποτα σε αυτό το φύλλο δεν συνέβη πραγματικά.
print-contents = Περιεχόμενα
paper = Σε χαρτί
paper-download = Λήψη (PDF)
paper-preview = Πρώτη σελίδα από
paper-pages =
  { $pages ->
     [one] PDF, { $pages } σελίδα
    *[other] PDF, { $pages } σελίδες
  }
paper-large = Με μεγάλα γράμματα
paper-press = Για τυπογραφεία, με σημάδια κοπής
paper-all = Όλες οι γλώσσες μαζί (ZIP)
paper-languages = Σε άλλη γλώσσα
paper-hint = Ό,τι κατεβάζετε μένει στη συσκευή σας. Η σελίδα αυτή έχει το ίδιο κείμενο.
paper-sha256 = Άθροισμα ελέγχου (SHA-256)
paper-json = Δεδομένα για όσους θέλουν να βάλουν σύνδεσμο (JSON)

# The field in the head
search-close = Κλείσιμο
search-narrow = Περιορισμός αποτελεσμάτων

copy = Αντιγραφή
copied = Αντιγράφηκε

## Licence, duties and contact
footer-licence-label = Άδεια των κειμένων:
footer-licence-others = Τα υλικά τρίτων έχουν τη δική τους άδεια.
footer-rights = Με επιφύλαξη παντός δικαιώματος.
footer-source = Πηγαίος κώδικας
footer-imprint = Στοιχεία εκδότη
footer-accessibility = Προσβασιμότητα
footer-privacy = Απόρρητο
footer-contact = Επικοινωνία
footer-security = Αναφορά προβλήματος ασφαλείας
accessibility-full = Ο ιστότοπος πληροί τις απαιτήσεις προσβασιμότητας.
accessibility-partial = Ο ιστότοπος πληροί εν μέρει τις απαιτήσεις προσβασιμότητας.
accessibility-none = Ο ιστότοπος δεν πληροί τις απαιτήσεις προσβασιμότητας.
accessibility-untested = Κανείς δεν έχει ελέγξει ακόμη αν ο ιστότοπος πληροί τις απαιτήσεις προσβασιμότητας.
