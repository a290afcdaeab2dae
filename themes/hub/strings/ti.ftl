# The words of the theme in Tigrinya: a draft that no native speaker has reviewed yet.

## ኣብ ነፍሲ ወከፍ ገጽ
skip-to-content = ናብ ትሕዝቶ ኪዱ
shortcuts = ሓጺር መገድታት
main-navigation = ቀንዲ ዝርዝር
breadcrumbs = መንገዲ ገጽ
languages = ቋንቋ
language-fallback = ገና ኣይተተርጎመን
language-missing = ገጽ የለን፣ ናብ መበገሲ ገጽ ኪዱ
home = መበገሲ ገጽ
help-link = ሓገዝ የድልየኩም ዶ?
footer-navigation = ብዛዕባ እዚ መርበብ ሓበሬታ

## ዝርዝራት
list-count = { $count ->
    [one] { $count } ነገር
   *[other] { $count } ነገራት
}
list-empty = ኣብዚ ገና ዋላ ሓንቲ የለን።
show-all = ኩሉ ርኣዩ፦ { $title }
pager = ገጻት ናይዚ ዝርዝር
pager-position = ገጽ { $page } ካብ { $pages }
pager-page = ገጽ { $page }
pager-previous = ዝሓለፈ ገጽ
pager-next = ዝቕጽል ገጽ
term-broader = ክፋል ናይ
term-narrower = ክፋላት

## ገጽ
toc = ኣብዚ ገጽ
facts = ብሓጺሩ
files = ፋይላት
files-hint = ዝወረደ ፋይል ኣብቲ መሳርሒ ይተርፍ።
related = ተወሳኺ ርኣዩ
backlinks = ናብዚ ገጽ ዝሕብሩ ገጻት
neighbours = ዝሓለፈን ዝቕጽልን
neighbour-previous = ዝሓለፈ
neighbour-next = ዝቕጽል
updated-on = ዝተሓደሰሉ ዕለት
date-and-time = { $date }፣ { $time }
yes = እወ
no = ኣይፋል
badge-draft = ንድፊ
badge-illustrative = ኣብነት

## ኣብ ላዕሊ ናይ ገጽ ዘለዉ መፍለጢታት
notice-draft-label = ንድፊ።
notice-draft = እዚ ገጽ ገና ኣይተሓትመን።
notice-illustrative-label = ኣብነት።
notice-illustrative = ኣብዚ እተንብብዎ ጽሑፍ ብምሉኡ ወይ ብኸፊሉ ዝተፈጥረ እዩ፣ እቲ ማእከል ፍልጠት ብኸመይ ከም ዝሰርሕ ንምርኣይ።
notice-fallback-label = ገና ኣይተተርጎመን።
notice-fallback = እዚ ገጽ ብትግርኛ ገና የለን። ኣብ ታሕቲ ዘሎ ጽሑፍ ብኻልእ ቋንቋ እዩ።
notice-machine-translation-label = ብማሽን ዝተተርጎመ።
notice-machine-translation = ነዚ ትርጉም ገና ሰብ ኣይመርመሮን። ጥርጣረ እንተሃልዩ እቲ መበቆላዊ ጽሑፍ እዩ ዝሰርሕ።
notice-draft-translation-label = ትርጉም ኣብ ምስራሕ።
notice-draft-translation = እዚ ትርጉም ገና ኣይተመርመረን። ጥርጣረ እንተሃልዩ እቲ መበቆላዊ ጽሑፍ እዩ ዝሰርሕ።
notice-outdated-translation-label = ዝኣረገ ትርጉም።
notice-outdated-translation = ድሕሪ ምስራሕ እዚ ትርጉም እቲ መበቆላዊ ጽሑፍ ተቐይሩ። ጥርጣረ እንተሃልዩ እቲ መበቆላዊ ጽሑፍ እዩ ዝሰርሕ።
notice-event-planned = እዚ ኣኼባ ገና ኣይተኻየደን።
notice-event-cancelled = እዚ ኣኼባ ኣይክካየድን እዩ።
notice-event-postponed = እዚ ኣኼባ ኣብ ካልእ መዓልቲ ክካየድ እዩ። እታ መዓልቲ ገና ኣይተፈልጠትን።
notice-source-link = ናብቲ መበቆላዊ ጽሑፍ ኪዱ
withheld-label = ጽማቕ ጥራይ።
withheld = ምሉእ ጽሑፍ ናይዚ ኣኼባ ንህዝቢ ክፉት ኣይኮነን።
confidentiality-public = ንህዝቢ ክፉት
confidentiality-chatham = ሕጊ ቻተም ሃውስ፦ ዝተባህለ ክንገር ይከኣል፣ መን ከም ዝበሎ ግን ኣይንገርን
confidentiality-summary = ጽማቕ ጥራይ ክፉት እዩ
confidentiality-closed = ዕጹው

## ኣኼባታት
outcomes = ውጽኢታት
outcome = ውጽኢት
outcome-owner = ሓላፊ
outcome-due = ክሳብ
deadline-quarter = ርብዒ { $number } ናይ { $year }
deadline-season-1 = ጽድያ { $year }
deadline-season-2 = ሓጋይ { $year }
deadline-season-3 = ቀውዒ { $year }
deadline-season-4 = ክረምቲ { $year }
deadline-approximate = ኣስታት { $period }
deadline-uncertain = { $period } (ዘይተረጋገጸ)
deadline-next-meeting = ዝቕጽል ኣኼባ
deadline-next-meeting-on = ዝቕጽል ኣኼባ፣ { $date }
deadline-ongoing = ቀጻሊ
deadline-unknown = ገና ዘይተወሰነ
outcome-state = ኩነታት
outcome-number = ቁጽሪ
outcome-vote = ድምጺ
vote-for = ደጋፊ
vote-against = ተቓዋሚ
vote-abstain = ድምጸ-ተዓቅቦ
vote-present = ዝተረኽቡ
vote-consensus = ብስምምዕ
outcome-agenda = ካብ ዝሓለፉ ኣኼባታት ገና ክፉት
outcome-link = መላግቦ ናብ { $id }፦ { $text }
outcome-follow-up = ስጉምትታት ናይ ዝሓለፈ ኣኼባ
outcome-decision = ውሳነ
outcome-action = ስጉምቲ
outcome-recommendation = ለበዋ
outcome-question = ሕቶ
state-open = ክፉት
state-in-progress = ኣብ ምስራሕ
state-done = ዝተዛዘመ
state-dropped = ዝተገድፈ
state-superseded = ብኻልእ ዝተተክአ

## ሓገዝን መወከሲታትን
emergency = ሕጂ ኣብ ሓደጋ ኣለኹም ዶ?
emergency-call = ናብ { $number } ደውሉ
phone-hint = ደወል ኣብ ዝርዝር ደወላት ናይቲ ተሌፎን ክረአ ይኽእል።
resource-open = ናብቲ መወከሲ ኪዱ፦

## ሳጹናት ኣብ ጽሑፍ
callout-note = ኣስተውዕሉ
callout-tip = ሓጋዚ ሓሳብ
callout-important = ኣገዳሲ
callout-warning = መጠንቀቕታ
callout-caution = ተጠንቀቑ
callout-help = ሓገዝ

## መበገሲ ገጽ
home-doors = እንታይ ትደልዩ ኣለኹም?
door-stakeholders = ብሓባር ምስራሕ
door-stakeholders-text = ንውድባትን መንግስታትን፦ እንታይ ከም ዝተዘርበን ከም ዝተወሰነን፣ መን ከም ዝሳተፍን።
door-professionals = ኣብ ስራሕ
door-professionals-text = ንሰብ ሞያ፦ ክትጥቀሙሎም እትኽእሉ መወከሲታትን ክትዕድልዎም እትኽእሉ ወረቓቕቲ ሓበሬታን።
door-help = ሓገዝ ምርካብ
door-help-text = ሓገዝ ንዘድልዮም ኩሎም፦ መን ከም ዝሕግዝን ብኸመይ ከም ዝርከብን።
home-activities = ንጥፈታት
home-resources = ሓደስቲ መወከሲታት
home-flyers = ወረቓቕቲ ሓበሬታ
home-feeds = ሓበሬታ ርኸቡ
home-feeds-text = መንበቢ ዜና (feed reader) ብዘይ ኢመይል ኣድራሻ ዜና ናይዚ መርበብ ሓበሬታ የምጽኣልኩም።

## ዘየለዉ (ወይ ዝጠፍኡ) ኣድራሻታት
not-found = ገጽ ኣይተረኽበን
not-found-text = እዚ ገጽ የለን ወይ ናብ ካልእ ኣድራሻ ግዒዙ። ካብዞም መላግቦታት ሓደ ፈትኑ።
redirect = እዚ ገጽ ግዒዙ እዩ
redirect-link = ናብቲ ሓድሽ ኣድራሻ ኪዱ
table-region = ሰሌዳ
task-done = ተዛዚሙ፦
task-open = ክስራሕ ዘለዎ፦
footnotes = መዘኻኸሪታት
footnote-back = ናብ ጽሑፍ ተመለሱ

## ትርጉማት
coverage-link = ትርጉማት ናይዚ መርበብ ሓበሬታ
coverage = ትርጉማት
coverage-lead = ኣብዚ መርበብ ሓበሬታ ብነፍሲ ወከፍ ቋንቋ እንታይ ከም ዘሎ፣ ነፍሲ ወከፍ ትርጉም ድማ ክሳብ ክንደይ ከም ዝበጽሐ።
coverage-languages = ቋንቋታት
coverage-language = ቋንቋ
coverage-source = በዚ ቋንቋ ዝተጻሕፈ
coverage-reviewed = ሰብ ዝመርመሮ
coverage-draft = ገና ዘይተመርመረ
coverage-machine = ብማሽን ዝተተርጎመ
coverage-outdated = ዝኣረገ
coverage-missing = ዘይተተርጎመ
coverage-current = ዝተሓደሰ
coverage-share = { $percent } %
coverage-kinds = ብዓይነት ገጽ
coverage-kind = ዓይነት
coverage-sections = ገጻት ዝርዝር

## ዝርዝራት
outcome-meeting = ኣኼባ
outcome-overdue = ግዜኡ ዝሓለፎ
registers = ዝርዝራት
parts = ምጽባብ
parts-all = ኩሉ ኣርኢ
parts-shown = ዝርአ ዘሎ፦
parts-reset = ምርጫታት ኣጽሪ
sort = ስራዕ
records-all = ኩሉ ርአ፦ { $title } ({ $count })
follow = ነዚ ዝርዝር ምክትታል
follow-feeds = ኣንባቢ ፊድ ሓድሽ ነገር ይነግረኩም፦
follow-calendar = ፕሮግራም ካለንደር እንታይ መዓስ ክዛዘም ከም ዘለዎ የርኢ፣ ለውጢ ድማ ባዕሉ የምጽእ፦
follow-open = ኣብ ፕሮግራም ካለንደር ክፈቱ
follow-address = ወይ ነዚ ኣድራሻ ናብ ፕሮግራም ካለንደርኩም ቅድሑ፦
data-files = ከም ዳታ
data-files-text = እዚ ዝርዝር ከም ፋይል፣ ንጸብጻብ ወይ ኣብ ካልእ ፕሮግራም ንምጥቃም።

## Feeds and calendars
example-title = { $title } (ኣብነት)
calendar-link = { $title } ኣብ ዓውደ-ኣዋርሕኩም

## Citations
cite = ነዚ መወከሲ ምጥቃስ
cite-download = ንመመሓደሪ መወከሲታት ኣውርድ፦
figure-source = ምንጪ፦
timeline = መስርሕ ግዜ
history = ኣብዚ ጸብጻብ ዝተገብረ ለውጥታት

## Glossary, what is new, how this hub works
used-in = ዝተጠቕሰሉ ገጻት
news-link = እንታይ ሓድሽ ኣሎ
news = እንታይ ሓድሽ ኣሎ
news-lead = ሓደስቲ ገጻት ናይዚ መርበብ ሓበሬታን ኣብ ቀረባ እዋን ዝተሓደሱን።
news-new = ሓድሽ
news-updated = ዝተሓደሰ
types-link = እዚ ማእከል ፍልጠት ከመይ ይሰርሕ
types = እዚ ማእከል ፍልጠት ከመይ ይሰርሕ
types-lead = እንታይ ዓይነት ገጻት ከም ዘለዉ፣ እንታይ ከም ዝሕዙን ከመይ ከም ዝተኣሳሰሩን።
types-common = ኣብ ኩሉ ገጻት
types-common-text = ነፍሲ ወከፍ ገጽ ርእሲ ኣለዎ። ሓጺር መግለጺ፣ ንድፊ ወይ ኣብነት ምዃኑ ዝሕብር ምልክት እውን ክህልዎ ይኽእል።
types-fields = እንታይ ይሕዝ
types-required = ኩሉ ግዜ ይምላእ
types-private = ንኣዳለውቲ ጥራይ
types-choices = ሓደ ካብ
types-to = ናብዚ ይመርሕ
types-terms = ካብ ዝርዝር
types-parts = ክፋላት
types-outcomes = ኣብቲ ጽሑፍ እዚኦም ክህልዉ ይኽእሉ። ብዛዕባ ነፍሲ ወከፎም እዚ ክበሃል ይከኣል፦
types-confidentiality = ንህዝቢ ክፉት ክኸውን ዝኽእል
types-level-public = ኩሉ ኣብዚ መርበብ ሓበሬታ ኣሎ።
types-level-chatham = እቲ ጽሑፍ ኣብዚ መርበብ ሓበሬታ ኣሎ። መን ከም ዝተሳተፈን መን እንታይ ከም ዝበለን ግን ኣይንገርን።
types-level-summary = ርእሲ፣ መግለጺን ቀንዲ ሓበሬታን ኣብዚ መርበብ ሓበሬታ ኣለዉ። እቲ ጽሑፍን ፋይላትን ግን ኣይሕተሙን።
types-level-closed = ኣብዚ መርበብ ሓበሬታ ዋላ ሓደ የለን፣ ከም ዝተኻየደ እውን ኣይንገርን።
types-fallback-page = ትርጉም እንተ ዘየለ፣ ኣብ ታሕቲ ካልእ እንተ ዘይተባሂሉ፣ እቲ ገጽ ነቲ ጽሑፍ ብኻልእ ቋንቋ የርእዮ፣ ከምኡ ምዃኑ እውን ይነግር።
types-fallback-list = ብኹሉ ቋንቋታት ኣብ ዝርዝራት ኣሎ። ትርጉም እንተ ዘየለ፣ እቶም ዝርዝራት ናብቲ ብኻልእ ቋንቋ ዘሎ ገጽ ይመርሑ።
types-fallback-none = ነቶም በቲ ዝተጻሕፈሉ ቋንቋ ዘንብቡ ጥራይ ኣሎ።
types-glossary = ካልእ ገጽ ነዚ ዝመስል ቃል ንመጀመርታ ግዜ ክጥቀም ከሎ፣ እቲ ቃል ናብ መግለጺኡ ይመርሕ።
types-languages = ኣንበብቲ ጽሑፍ ብናቶም ቋንቋ ይርእዩ። እንተ ዘየለ፣ በቲ ዝቕጽል ዘሎ ቋንቋ ይርእይዎ።
types-otherwise = እንተ ዘየለ

data = ክፉት ዳታ
data-lead = ኣብዚ መርበብ ሓበሬታ ዘሎ ትሕዝቶ፣ ንጸብጻብ ወይ ንዳግማይ ምጥቃም ከም ፋይላት።
data-link = ክፉት ዳታ
data-how = ነፍሲ ወከፍ ዝርዝር ከም ሰንጠረዥ (CSV) ከምኡውን ንፕሮግራማት ብJSON ኣሎ። እቶም ፋይላት ምስ መርበብ ሓበሬታ ይልወጡ። መፍትሕ ኣየድልን። ኩሉ ኣብ ባዕሉ መርበብ ሓበሬታ'ውን ክንበብ ይከኣል።
data-licence = ፍቓድ፦
data-index = ዝርዝር ኩሎም ፋይላት
data-catalog = ተመሳሳሊ ዝርዝር ንካታሎጋት ዳታ (DCAT)
data-fields = ነፍሲ ወከፍ ዓምዲ እንታይ ከም ዝሓዘ

## መውጽኢ
exit = ካብዚ መርበብ ውጹ
exit-title = ሓንሳብ ተጸበዩ
exit-twice = ካብዚ መርበብ ሓበሬታ ንምውጻእ ክልተ ግዜ Shift ጽቐጡ።
exit-once = ካብዚ መርበብ ሓበሬታ ንምውጻእ ሓንሳብ Shift ጽቐጡ።
menu = ዝርዝር
home-next = ዝቕጽል ኣኼባ
home-outcomes = ሓደስቲ ውጽኢታት

## ምድላይ
search = ምድላይ
search-lead = ውሳነ፣ ውድብ፣ መወከሲ ወይ ቃል ርኸቡ። እትጽሕፍዎ ኣብዚ ገጽ ጥራይ ይተርፍ።
search-link = ምድላይ
search-label = ሓደ ቃል ድለዩ
search-count = ውጽኢታት:
search-none = ዝተረኽበ የለን። ሓጺር ወይ ካልእ ቃል ፈትኑ፣ ወይ ነዚ ኣብ ታሕቲ ዘሎ ዝርዝር ርኣዩ።
search-failed = ምድላይ ሕጂ ኣይሰርሕን። እቲ ኣብ ታሕቲ ዘሎ ዝርዝር ይሰርሕ።
search-more = ተወሳኺ ውጽኢታት
search-others = ብኻልእ ቋንቋታት እውን
search-kinds = ዓይነት
search-languages = ቋንቋ
search-all = ኩሎም ገጻት
search-group = ናብ ዝርዝር: { $name }
search-kind-section = ሓፈሻዊ ትርኢት
search-kind-file = ፋይል
search-year = ዓመት

print-online = ነዚ ብቋንቋኹም ኣብ ኢንተርነት ኣንብቡ
print-issued = ዝወጸሉ ዕለት
print-qr = ናብዚ ገጽ ዝወስድ ኮድ QR
print-example = ኣብነት፦ ኣብዛ ወረቐት ዘሎ ብሓቂ ኣይተፈጸመን።
print-contents = ትሕዝቶ
paper = ኣብ ወረቐት
paper-download = ኣውርዱ (PDF)
paper-preview = ቀዳማይ ገጽ ናይ
paper-pages = PDF፣ በዝሒ ገጻት፦ { $pages }
paper-large = ብዓቢ ፊደል
paper-press = ንቤት ማሕተም፣ ምስ ናይ ምቑራጽ ምልክታት
paper-all = ኩሎም ቋንቋታት ብሓደ (ZIP)
paper-languages = ብኻልእ ቋንቋ
paper-hint = እተውርድዎ ኣብ መሳርሒኹም ይተርፍ። ኣብዚ ገጽ እቲ ባዕሉ ጽሑፍ ኣሎ።
paper-sha256 = መረጋገጺ ቁጽሪ (SHA-256)
paper-json = ናብኡ ከራኽቡ ንዝደልዩ ዝኸውን ዳታ (JSON)

# The field in the head
search-close = ዕጸው
search-narrow = ውጽኢታት ምጽባብ

copy = ቅዳሕ
copied = ተቐዲሑ

## Licence, duties and contact
footer-licence-label = ፍቓድ ናይቲ ጽሑፋት፦
footer-licence-others = ካልኦት ዝሰርሕዎ ጽሑፋት ናይ ገዛእ ርእሱ ፍቓድ ኣለዎ።
footer-rights = ኩሉ መሰላት ዝተሓለወ እዩ።
footer-source = ኮድ ፕሮግራም
footer-imprint = ኣሕታሚ
footer-accessibility = ተበጻሕነት
footer-privacy = ብሕትውና
footer-contact = ርክብ
footer-security = ናይ ድሕነት ጸገም ሓብሩ
accessibility-full = እዚ መርበብ እዚ ንጠለባት ተበጻሕነት የማልእ።
accessibility-partial = እዚ መርበብ እዚ ንጠለባት ተበጻሕነት ብኸፊል የማልእ።
accessibility-none = እዚ መርበብ እዚ ንጠለባት ተበጻሕነት ኣየማልእን።
accessibility-untested = እዚ መርበብ እዚ ንጠለባት ተበጻሕነት ከም ዘማልእ ክሳብ ሕጂ ዝፈተነ የለን።
