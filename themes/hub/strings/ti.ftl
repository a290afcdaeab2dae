# The words of the theme in Tigrinya: a draft that no native speaker has reviewed yet.

## On every page
skip-to-content = ናብ ትሕዝቶ ኪድ
main-navigation = ቀንዲ ዝርዝር
breadcrumbs = መንገዲ ገጽ
languages = ቋንቋ
language-fallback = ገና ኣይተተርጎመን
language-missing = ገጽ የለን፣ ናብ መበገሲ ገጽ
home = መበገሲ ገጽ
help-link = ሓገዝ ትደሊ?
footer-navigation = ብዛዕባ እዚ መርበብ
footer-demo = እዚ ማእከል ፍልጠት መርኣያ እዩ። ዘይሓቀኛ ኣብነታት ከም ኣብነት ተመልኪቶም ኣለዉ።
footer-licence = ጽሑፋት ናይዚ መርበብ ብ CC BY 4.0፣ ኮድ ድማ ብ EUPL-1.2 እዮም። ካልኦት ዝሰርሕዎም ንብረት ናይ ገዛእ ርእሶም ፍቓድ ኣለዎም።

## Lists
list-count = { $count ->
    [one] { $count } ነገር
   *[other] { $count } ነገራት
 }
list-empty = ኣብዚ ገና ዋላ ሓንቲ የለን።
show-all = ኩሉ ርአ፦ { $title }
pager = ገጻት ናይዚ ዝርዝር
pager-position = ገጽ { $page } ካብ { $pages }
pager-page = ገጽ { $page }
pager-previous = ዝሓለፈ ገጽ
pager-next = ዝቕጽል ገጽ
term-broader = ክፋል ናይ
term-narrower = ክፋላት

## A page
toc = ኣብዚ ገጽ
facts = ብሓጺሩ
files = ፋይላት
files-hint = ዘውረድካዮ ፋይል ኣብ መሳርሒኻ ይተርፍ።
related = ተወሳኺ ርአ
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

## Notices at the top of a page
notice-draft-label = ንድፊ።
notice-draft = እዚ ገጽ ገና ኣይተሓትመን።
notice-illustrative-label = ኣብነት።
notice-illustrative = ኣብዚ እተንብቦ ብምሉኡ ወይ ብኸፊሉ ዝተፈጥረ እዩ፣ እቲ ማእከል ብኸመይ ከም ዝሰርሕ ንምርኣይ።
notice-fallback-label = ገና ኣይተተርጎመን።
notice-fallback = እዚ ገጽ ብትግርኛ ገና የለን። ኣብ ታሕቲ ዘሎ ጽሑፍ ብኻልእ ቋንቋ እዩ።
notice-machine-translation-label = ብማሽን ዝተተርጎመ።
notice-machine-translation = ነዚ ትርጉም ገና ሰብ ኣይረኣዮን። ጥርጣረ እንተሃልዩ እቲ መበቆላዊ ጽሑፍ ይሰርሕ።
notice-draft-translation-label = ትርጉም ኣብ ምስራሕ።
notice-draft-translation = እዚ ትርጉም ገና ኣይተመርመረን። ጥርጣረ እንተሃልዩ እቲ መበቆላዊ ጽሑፍ ይሰርሕ።
notice-outdated-translation-label = ዝኣረገ ትርጉም።
notice-outdated-translation = እዚ ትርጉም ካብ ዝስራሕ እቲ መበቆላዊ ጽሑፍ ተቐይሩ። ጥርጣረ እንተሃልዩ እቲ መበቆላዊ ጽሑፍ ይሰርሕ።
notice-source-link = ናብቲ መበቆላዊ ጽሑፍ
withheld-label = ጽማቕ ጥራይ።
withheld = ምሉእ ጽሑፍ ናይዚ ኣኼባ ንህዝቢ ክፉት ኣይኮነን።
confidentiality-public = ክፉት
confidentiality-chatham = ሕጊ ቻተም ሃውስ፦ ዝተባህለ ክትነግር ትኽእል፣ መን ከም ዝበሎ ግን ኣይፋል
confidentiality-summary = ጽማቕ ጥራይ ክፉት እዩ
confidentiality-closed = ዕጹው

## Meetings
outcomes = ውጽኢታት
outcome = ውጽኢት
outcome-owner = ሓላፊ
outcome-due = ክሳብ
outcome-state = ኩነታት
outcome-decision = ውሳነ
outcome-action = ስጉምቲ
outcome-recommendation = ምኽሪ
outcome-question = ሕቶ
state-open = ክፉት
state-in-progress = ኣብ ምስራሕ
state-done = ዝተዛዘመ
state-dropped = ዝተገድፈ
state-superseded = ብኻልእ ዝተተክአ

## Help and resources
emergency = ሕጂ ኣብ ሓደጋ ዲኻ?
emergency-call = ናብ 112 ደውል
emergency-number = 112
phone-hint = ደወል ኣብ ዝርዝር ደወላት ናይ ተሌፎን ክረአ ይኽእል።
resource-open = ናብቲ ንብረት፦

## Boxes in a text
callout-note = ኣስተውዕል
callout-tip = ሓሳብ
callout-important = ኣገዳሲ
callout-warning = መጠንቀቕታ
callout-caution = ተጠንቀቕ
callout-help = ሓገዝ

## Home page
home-doors = እንታይ ትደሊ ኣለኻ?
door-stakeholders = ብሓባር ምስራሕ
door-stakeholders-text = ንማሕበራትን መንግስታትን፦ እንታይ ከም ዝተዘርበን ከም ዝተወሰነን፣ መን ከም ዝሳተፍን።
door-professionals = ኣብ ስራሕ
door-professionals-text = ንሰብ ሞያ፦ ክትጥቀመሎም እትኽእል ንብረትን ክትዝርግሖም እትኽእል ወረቓቕትን።
door-help = ሓገዝ ምርካብ
door-help-text = ዓመጽ ንዘጋጠሞ ወይ ዘጋጥሞ ዘሎ ሰብ ኩሉ፦ መን ክሕግዝ ከም ዝኽእልን ብኸመይ ከም እትረኽቦን።
home-meetings = ናይ ቀረባ ግዜ ኣኼባታት
home-activities = ንጥፈታት
home-resources = ሓደስቲ ንብረት
home-flyers = ወረቓቕቲ ሓበሬታ
home-feeds = ሓበሬታ ርኸብ
home-feeds-text = መንበቢ ዜና ብዘይ ኢመይል ኣድራሻ ዜና ናይዚ መርበብ የምጽኣልካ።

## Addresses that do not exist (any more)
not-found = ገጽ ኣይተረኽበን
not-found-text = እዚ ገጽ የለን ወይ ናብ ካልእ ኣድራሻ ግዒዙ። ካብዞም መላግቦታት ሓደ ፈትን።
redirect = እዚ ገጽ ግዒዙ እዩ
redirect-link = ናብ ሓድሽ ኣድራሻ
table-region = ሰሌዳ
task-done = ተዛዚሙ፦
task-open = ክስራሕ ዘለዎ፦
footnotes = መዘኻኸሪታት
footnote-back = ናብ ጽሑፍ ተመለስ

## Translations
coverage-link = ትርጉማት ናይዚ መርበብ
coverage = ትርጉማት
coverage-lead = እዚ መርበብ ብነፍሲ ወከፍ ቋንቋ እንታይ ከም ዝብል፣ ነፍሲ ወከፍ ትርጉም ድማ ክሳብ ክንደይ ከም ዝበጽሐ።
coverage-languages = ቋንቋታት
coverage-language = ቋንቋ
coverage-source = ብዚ ቋንቋ ዝተጻሕፈ
coverage-reviewed = ሰብ ዝረኣዮ
coverage-draft = ገና ዘይተመርመረ
coverage-machine = ብማሽን ዝተተርጎመ
coverage-outdated = ዝኣረገ
coverage-missing = ዘይተተርጎመ
coverage-current = ህሉው
coverage-share = { $percent } %
coverage-kinds = ብዓይነት ገጽ
coverage-kind = ዓይነት
coverage-sections = ገጻት ዝርዝር
