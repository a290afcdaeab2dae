# The words of the theme in Central Kurdish (Sorani). State: machine.

## On every page
skip-to-content = بڕۆ بۆ ناوەڕۆک
shortcuts = ڕێگا کورتەکان
main-navigation = لیستی سەرەکی
breadcrumbs = ڕێڕەوی پەڕە
languages = زمان
language-fallback = هێشتا وەرنەگێڕدراوە
language-missing = پەڕەکە بەردەست نییە، بڕۆ بۆ پەڕەی سەرەکی
home = پەڕەی سەرەکی
help-link = پێویستت بە یارمەتی هەیە؟
footer-navigation = دەربارەی ئەم ماڵپەڕە

## Lists
list-count = { $count ->
    [one] { $count } بابەت
   *[other] { $count } بابەت
}
list-empty = هێشتا هیچ شتێک لێرە نییە.
show-all = هەمووی ببینە: { $title }
pager = پەڕەکانی ئەم لیستە
pager-position = پەڕەی { $page } لە { $pages }
pager-page = پەڕەی { $page }
pager-previous = پەڕەی پێشوو
pager-next = پەڕەی دواتر
term-broader = بەشێک لە
term-narrower = بەشەکان

## A page
toc = لەم پەڕەیەدا
facts = بە کورتی
files = پەڕگەکان
files-hint = ئەو پەڕگەیەی دایدەبەزێنیت لەسەر ئامێرەکە دەمێنێتەوە.
related = هەروەها ببینە
backlinks = ئەو پەڕانەی ئاماژە بەم پەڕەیە دەکەن
neighbours = پێشوو و دواتر
neighbour-previous = پێشوو
neighbour-next = دواتر
updated-on = نوێکراوەتەوە لە
date-and-time = { $date }، { $time }
yes = بەڵێ
no = نەخێر
badge-draft = ڕەشنووس
badge-illustrative = نموونە

## Notices at the top of a page
notice-draft-label = ڕەشنووس.
notice-draft = ئەم پەڕەیە هێشتا بڵاونەکراوەتەوە.
notice-illustrative-label = نموونە.
notice-illustrative = هەموو یان بەشێک لەوەی لێرە دەیخوێنیتەوە دروستکراوە، بۆ ئەوەی پیشانی بدات ناوەندەکە چۆن کار دەکات.
notice-fallback-label = هێشتا وەرنەگێڕدراوە.
notice-fallback = ئەم پەڕەیە هێشتا بە کوردیی ناوەندی بەردەست نییە. لە خوارەوە دەقەکە بە زمانێکی تر هەیە.
notice-machine-translation-label = بە شێوەی خۆکار وەرگێڕدراوە.
notice-machine-translation = هێشتا کەس ئەم وەرگێڕانەی نەپشکنیوە. لە کاتی گوماندا، دەقە ڕەسەنەکە کاری پێدەکرێت.
notice-draft-translation-label = وەرگێڕان بەردەوامە.
notice-draft-translation = ئەم وەرگێڕانە هێشتا نەپشکنراوە. لە کاتی گوماندا، دەقە ڕەسەنەکە کاری پێدەکرێت.
notice-outdated-translation-label = وەرگێڕانەکە کۆن بووە.
notice-outdated-translation = دەقە ڕەسەنەکە دوای ئەم وەرگێڕانە گۆڕاوە. لە کاتی گوماندا، دەقە ڕەسەنەکە کاری پێدەکرێت.
notice-event-planned = ئەم کۆبوونەوەیە هێشتا بەڕێوە نەچووە.
notice-event-cancelled = ئەم کۆبوونەوەیە بەڕێوە ناچێت.
notice-event-postponed = ئەم کۆبوونەوەیە لە ڕۆژێکی تردا بەڕێوە دەچێت کە هێشتا دیاری نەکراوە.
notice-source-link = بڕۆ بۆ دەقە ڕەسەنەکە
withheld-label = تەنها پوختە.
withheld = تێبینییە تەواوەکانی ئەم کۆبوونەوەیە گشتی نین.
confidentiality-public = گشتی
confidentiality-chatham = Chatham House Rule: دەکرێت ئەوەی گوترا بگوازرێتەوە، بەڵام نەک ئەوەی کێ گوتی
confidentiality-summary = تەنها پوختەکە گشتییە
confidentiality-closed = داخراو

## Meetings
outcomes = دەرەنجامەکان
outcome = دەرەنجام
outcome-owner = بەرپرس
outcome-due = دوا وادە
deadline-quarter = چارەکی { $number }ی ساڵی { $year }
deadline-season-1 = بەهاری { $year }
deadline-season-2 = هاوینی { $year }
deadline-season-3 = پاییزی { $year }
deadline-season-4 = زستانی { $year }
deadline-approximate = نزیکەی { $period }
deadline-uncertain = { $period } (نادڵنیا)
deadline-next-meeting = کۆبوونەوەی دواتر
deadline-next-meeting-on = کۆبوونەوەی دواتر، { $date }
deadline-ongoing = بەردەوام
deadline-unknown = هێشتا بڕیاری لێ نەدراوە
outcome-state = دۆخ
outcome-number = ژمارە
outcome-vote = دەنگدان
vote-for = لەگەڵ
vote-against = دژ
vote-abstain = بێدەنگ
vote-present = ئامادە
vote-consensus = بە کۆدەنگی
outcome-agenda = هێشتا کراوە لە کۆبوونەوەکانی پێشووەوە
outcome-link = بەستەر بۆ { $id }: { $text }
outcome-follow-up = کارەکانی جاری پێشوو
outcome-decision = بڕیار
outcome-action = کار
outcome-recommendation = ڕاسپاردە
outcome-question = پرسیار
state-open = کراوە
state-in-progress = لە جێبەجێکردندایە
state-done = تەواو بوو
state-dropped = وازی لێ هێنرا
state-superseded = جێی گیراوەتەوە

## Help and resources
emergency = ئایا ئێستا لە مەترسیدایت؟
emergency-call = پەیوەندی بکە بە { $number }
phone-hint = لەوانەیە پەیوەندییەکە لە تۆماری پەیوەندییەکانی تەلەفۆنەکەدا بمێنێتەوە.
resource-open = بڕۆ بۆ سەرچاوەکە:

## Boxes in a text
callout-note = تێبینی
callout-tip = ئامۆژگاری
callout-important = گرنگ
callout-warning = ئاگاداری
callout-caution = وریایی
callout-help = یارمەتی

## Home page
home-doors = بەدوای چیدا دەگەڕێیت؟
door-stakeholders = کارکردن پێکەوە
door-stakeholders-text = بۆ ڕێکخراوەکان و لایەنە حکوومییەکان: چی گفتوگۆ کرا و بڕیاری لەسەر درا، و کێ بەشدارە.
door-professionals = لە کاردا
door-professionals-text = بۆ پسپۆڕان: سەرچاوە بۆ بەکارهێنان و بڵاوکراوە بۆ دابەشکردن.
door-help = دۆزینەوەی یارمەتی
door-help-text = بۆ هەر کەسێک پێویستی بە یارمەتی بێت: کێ دەتوانێت یارمەتی بدات، و چۆن پەیوەندییان پێوە بکەیت.
home-activities = چالاکییەکان
home-resources = نوێترین سەرچاوەکان
home-flyers = بڵاوکراوەکان
home-feeds = ئاگادار بە
home-feeds-text = خوێنەری فید هەواڵەکانی ئەم ماڵپەڕەت بۆ دەهێنێت، بێ ناونیشانی ئیمەیڵ.

## Addresses that do not exist (any more)
not-found = پەڕەکە نەدۆزرایەوە
not-found-text = ئەم پەڕەیە نییە یان چووەتە ناونیشانێکی تر. یەکێک لەم بەستەرانە تاقی بکەوە.
redirect = ئەم پەڕەیە گوازراوەتەوە
redirect-link = بڕۆ بۆ ناونیشانە نوێیەکە
table-region = خشتە
task-done = تەواو کراوە:
task-open = ماوە بکرێت:
footnotes = پەراوێزەکان
footnote-back = گەڕانەوە بۆ دەقەکە

## Translations
coverage-link = وەرگێڕانەکانی ئەم ماڵپەڕە
coverage = وەرگێڕانەکان
coverage-lead = ئەم ماڵپەڕە بە هەر زمانێک چی تێدایە، و هەر وەرگێڕانێک گەیشتووەتە کوێ.
coverage-languages = زمانەکان
coverage-language = زمان
coverage-source = بەم زمانە نووسراوە
coverage-reviewed = کەسێک پشکنیویەتی
coverage-draft = هێشتا نەپشکنراوە
coverage-machine = بە شێوەی خۆکار وەرگێڕدراوە
coverage-outdated = کۆن بووە
coverage-missing = وەرنەگێڕدراوە
coverage-current = نوێیە
coverage-share = { $percent }٪
coverage-kinds = بەپێی جۆری پەڕە
coverage-kind = جۆر
coverage-sections = پەڕەکانی پوختەی گشتی

## Registers and lists
outcome-meeting = کۆبوونەوە
outcome-overdue = دواکەوتوو
registers = تۆمارەکان
parts = سنووردارکردن
parts-all = هەمووی پیشان بدە
parts-shown = پیشاندراو:
parts-reset = هەڵبژاردنەکان بسڕەوە
sort = ڕیزکردن
records-all = هەمووی ببینە: { $title } ({ $count })
follow = شوێن ئەم لیستە بکەوە
follow-feeds = خوێنەری فید پێت دەڵێت چی نوێیە:
follow-calendar = بەرنامەی ڕۆژژمێر پیشانت دەدات چی کەی دەبێت تەواو بێت، و خۆی گۆڕانکارییەکان دەهێنێت:
follow-open = کردنەوە لە بەرنامەی ڕۆژژمێردا
follow-address = یان ئەم ناونیشانە بخە ناو بەرنامەی ڕۆژژمێرەکەتەوە:
data-files = وەک داتا
data-files-text = ئەم لیستە وەک پەڕگە، بۆ ژماردن یان بۆ بەکارهێنان لە بەرنامەیەکی تردا.

## Feeds and calendars
example-title = { $title } (نموونە)
calendar-link = { $title } لە ڕۆژژمێری خۆتدا

## Citations
cite = ئاماژە بەم سەرچاوەیە بدە
cite-download = دابەزاندن بۆ بەرنامەی ڕێکخستنی سەرچاوەکان:
figure-source = سەرچاوە:
timeline = هێڵی کات
history = گۆڕانکارییەکانی ئەم کۆنووسە

## Glossary, what is new, how this hub works
used-in = بەکارهاتووە لە
news-link = چی نوێیە
news = چی نوێیە
news-lead = نوێترین پەڕەکانی ئەم ماڵپەڕە، و ئەوانەی دوا جار گۆڕاون.
news-new = نوێ
news-updated = نوێکراوەتەوە
types-link = ئەم ناوەندە چۆن کار دەکات
types = ئەم ناوەندە چۆن کار دەکات
types-lead = چ جۆرە پەڕەیەک هەن، چییان تێدایە، و چۆن بە یەکەوە بەستراون.
types-common = لە هەموو پەڕەیەکدا
types-common-text = هەموو پەڕەیەک ناونیشانێکی هەیە. هەروەها دەکرێت وەسفێکی کورت و نیشانەیەکی هەبێت کە دەڵێت ڕەشنووس یان نموونەیە.
types-fields = چی تێدایە
types-required = هەمیشە پڕدەکرێتەوە
types-private = تەنها بۆ دەستکاریکەران
types-choices = یەکێک لە
types-to = دەتبات بۆ
types-terms = لە لیستی
types-parts = بەشەکان
types-outcomes = دەکرێت دەقەکە ئەمانەی تێدابێت. دەربارەی هەر یەکەیان دەکرێت بگوترێت:
types-confidentiality = چی دەکرێت گشتی بێت
types-level-public = هەموو شتێک لەسەر ماڵپەڕەکەیە.
types-level-chatham = دەقەکە لەسەر ماڵپەڕەکەیە. ناڵێت کێ بەشداری کرد، یان کێ چی گوت.
types-level-summary = ناونیشان، وەسف و زانیارییە سەرەکییەکان لەسەر ماڵپەڕەکەن. دەق و پەڕگەکان بڵاو ناکرێنەوە.
types-level-closed = هیچ شتێک لەسەر ماڵپەڕەکە نییە، تەنانەت ئەوەش نا کە بەڕێوە چووە.
types-fallback-page = ئەگەر وەرگێڕان نەبێت، پەڕەکە دەقەکە بە زمانێکی تر پیشان دەدات و ئەوە دەڵێت، مەگەر لە خوارەوە شتێکی تر گوترابێت.
types-fallback-list = لیستەکان بە هەموو زمانێک ناوی دەبەن. ئەگەر وەرگێڕان نەبێت، دەتبەن بۆ پەڕەکە بە زمانێکی تر.
types-fallback-none = تەنها بۆ خوێنەرانی ئەو زمانانەیە کە پێی نووسراوە.
types-glossary = کاتێک پەڕەیەکی تر بۆ یەکەم جار وشەیەکی وا بەکار دەهێنێت، وشەکە دەتبات بۆ ڕوونکردنەوەکەی.
types-languages = خوێنەران دەقەکە بە زمانی خۆیان دەبینن. ئەگەر نەبێت، بە زمانی دواتر دەیبینن کە هەیەتی.
types-otherwise = ئەگەر نەبێت

data = داتای کراوە
data-lead = ئەوەی لەسەر ئەم ماڵپەڕەیە، وەک پەڕگە بۆ ژماردن یان دووبارە بەکارهێنان.
data-link = داتای کراوە
data-how = هەموو لیستێک وەک خشتە (CSV) بۆ بەرنامەی خشتە و وەک JSON بۆ بەرنامە هەیە. پەڕگەکان لەگەڵ ماڵپەڕەکە دەگۆڕێن. پێویست بە کلیل ناکات. هەموو شتێک لەسەر ماڵپەڕەکەش دەخوێنرێتەوە.
data-licence = مۆڵەت:
data-index = لیستی هەموو پەڕگەکان
data-catalog = هەمان لیست بۆ کەتەلۆگی داتا (DCAT)
data-fields = هەر ستوونێک چی تێدایە

## The way out
exit = لەم ماڵپەڕە بچۆ دەرەوە
exit-title = ساتێک
exit-twice = دوو جاری تر Shift دابگرە بۆ ئەوەی لەم ماڵپەڕە بچیتە دەرەوە.
exit-once = جارێکی تر Shift دابگرە بۆ ئەوەی لەم ماڵپەڕە بچیتە دەرەوە.
menu = لیست
home-next = کۆبوونەوەی دواتر
home-outcomes = دوا دەرەنجامەکان

## Search
search = گەڕان
search-lead = بڕیارێک، ڕێکخراوێک، سەرچاوەیەک یان زاراوەیەک بدۆزەوە. ئەوەی دەینووسیت لەم پەڕەیەدا دەمێنێتەوە.
search-link = گەڕان
search-label = گەڕان بۆ وشەیەک
search-count = ئەنجامەکان:
search-none = هیچ نەدۆزرایەوە. وشەیەکی کورتتر یان وشەیەکی تر تاقی بکەوە، یان سەیری لیستی خوارەوە بکە.
search-failed = گەڕان ئێستا کار ناکات. لیستی خوارەوە کار دەکات.
search-more = ئەنجامی زیاتر
search-others = هەروەها بە زمانەکانی تر
search-kinds = جۆر
search-languages = زمان
search-all = هەموو پەڕەکان
search-group = بۆ لیستی: { $name }
search-kind-section = پوختەی گشتی
search-kind-file = پەڕگە
search-year = ساڵ

print-online = ئەمە لەسەر ئینتەرنێت بە زمانی خۆت بخوێنەوە
print-issued = بەرواری دەرچوون
print-qr = کۆدی QR بۆ ئەم پەڕەیە
print-example = نموونە: هیچ شتێکی ئەم لاپەڕەیە بەڕاستی ڕووی نەداوە.
print-contents = ناوەڕۆک
paper = لەسەر کاغەز
paper-download = دابەزاندن (PDF)
paper-preview = لاپەڕەی یەکەمی
paper-pages =
  { $pages ->
     [one] PDF، { $pages } لاپەڕە
    *[other] PDF، { $pages } لاپەڕە
  }
paper-large = بە پیتی گەورە
paper-press = بۆ چاپخانەکان، لەگەڵ نیشانەی بڕین
paper-all = هەموو زمانەکان پێکەوە (ZIP)
paper-languages = بە زمانێکی تر
paper-hint = ئەوەی دایدەبەزێنیت لەسەر ئامێرەکەت دەمێنێتەوە. ئەم پەڕەیە هەمان دەقی تێدایە.
paper-sha256 = ژمارەی پشکنین (SHA-256)
paper-json = داتا بۆ ئەوانەی دەیانەوێت بەستەری بۆ دابنێن (JSON)

# The field in the head
search-close = داخستن
search-narrow = ئەنجامەکان سنووردار بکە

copy = لەبەرگرتنەوە
copied = لەبەرگیرایەوە

## Licence, duties and contact
footer-licence-label = مۆڵەتی دەقەکان:
footer-licence-others = ئەو سەرچاوانەی کەسانی تر دروستیان کردوون مۆڵەتی خۆیان هەیە.
footer-rights = هەموو مافەکان پارێزراون.
footer-source = کۆدی سەرچاوە
footer-imprint = زانیاری بڵاوکەرەوە
footer-accessibility = دەستپێگەیشتن
footer-privacy = تایبەتێتی
footer-contact = پەیوەندی
footer-security = کێشەیەکی ئاسایش ڕاپۆرت بکە
accessibility-full = ئەم ماڵپەڕە مەرجەکانی دەستپێگەیشتن جێبەجێ دەکات.
accessibility-partial = ئەم ماڵپەڕە بەشێک لە مەرجەکانی دەستپێگەیشتن جێبەجێ دەکات.
accessibility-none = ئەم ماڵپەڕە مەرجەکانی دەستپێگەیشتن جێبەجێ ناکات.
accessibility-untested = هێشتا کەس تاقی نەکردووەتەوە کە ئەم ماڵپەڕە مەرجەکانی دەستپێگەیشتن جێبەجێ دەکات یان نا.
