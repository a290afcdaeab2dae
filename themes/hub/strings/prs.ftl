# The words of the theme in Dari. State: machine.

## On every page
skip-to-content = رفتن به محتوا
shortcuts = میان‌برها
main-navigation = فهرست اصلی
breadcrumbs = مسیر صفحه
languages = زبان
language-fallback = هنوز ترجمه نشده
language-missing = این صفحه موجود نیست، رفتن به صفحهٔ اصلی
home = صفحهٔ اصلی
help-link = به کمک ضرورت دارید؟
footer-navigation = در مورد این ویب‌سایت

## Lists
list-count = { $count ->
    [one] { $count } مورد
   *[other] { $count } مورد
}
list-empty = هنوز چیزی در اینجا نیست.
show-all = دیدن همه: { $title }
pager = صفحه‌های این فهرست
pager-position = صفحهٔ { $page } از { $pages }
pager-page = صفحهٔ { $page }
pager-previous = صفحهٔ قبلی
pager-next = صفحهٔ بعدی
term-broader = بخشی از
term-narrower = بخش‌ها

## A page
toc = در این صفحه
facts = به طور خلاصه
files = فایل‌ها
files-hint = فایلی که دانلود می‌کنید در دستگاه باقی می‌ماند.
related = همچنان ببینید
backlinks = صفحه‌هایی که به این صفحه اشاره می‌کنند
neighbours = قبلی و بعدی
neighbour-previous = قبلی
neighbour-next = بعدی
updated-on = تجدید شده در
date-and-time = { $date }، { $time }
yes = بلی
no = نخیر
badge-draft = مسوده
badge-illustrative = نمونه

## Notices at the top of a page
notice-draft-label = مسوده.
notice-draft = این صفحه هنوز نشر نشده است.
notice-illustrative-label = نمونه.
notice-illustrative = همه یا بخشی از آنچه در اینجا می‌خوانید ساختگی است تا نشان دهد که این مرکز چگونه کار می‌کند.
notice-fallback-label = هنوز ترجمه نشده.
notice-fallback = این صفحه هنوز به زبان دری موجود نیست. متن زیر به زبان دیگری است.
notice-machine-translation-label = ترجمهٔ ماشینی.
notice-machine-translation = تا هنوز کسی این ترجمه را بررسی نکرده است. در صورت شک، متن اصلی معتبر است.
notice-draft-translation-label = ترجمه در حال تکمیل.
notice-draft-translation = این ترجمه هنوز بررسی نشده است. در صورت شک، متن اصلی معتبر است.
notice-outdated-translation-label = ترجمهٔ کهنه.
notice-outdated-translation = متن اصلی بعد از این ترجمه تغییر کرده است. در صورت شک، متن اصلی معتبر است.
notice-event-planned = این جلسه هنوز برگزار نشده است.
notice-event-cancelled = این جلسه برگزار نمی‌شود.
notice-event-postponed = این جلسه در روز دیگری برگزار می‌شود که هنوز معلوم نیست.
notice-source-link = رفتن به متن اصلی
withheld-label = تنها خلاصه.
withheld = یادداشت‌های مکمل این جلسه علنی نیست.
confidentiality-public = علنی
confidentiality-chatham = Chatham House Rule: گفته‌ها را می‌توان با دیگران شریک ساخت، اما نه اینکه چه کسی آن را گفته است
confidentiality-summary = تنها خلاصه علنی است
confidentiality-closed = بسته

## Meetings
outcomes = نتایج
outcome = نتیجه
outcome-owner = مسئول
outcome-due = مهلت
deadline-quarter = ربع { $number } سال { $year }
deadline-season-1 = بهار { $year }
deadline-season-2 = تابستان { $year }
deadline-season-3 = خزان { $year }
deadline-season-4 = زمستان { $year }
deadline-approximate = حدود { $period }
deadline-uncertain = { $period } (نامعلوم)
deadline-next-meeting = جلسهٔ بعدی
deadline-next-meeting-on = جلسهٔ بعدی، { $date }
deadline-ongoing = دوامدار
deadline-unknown = هنوز تعیین نشده
outcome-state = وضعیت
outcome-number = شماره
outcome-vote = رأی‌گیری
vote-for = موافق
vote-against = مخالف
vote-abstain = ممتنع
vote-present = حاضر
vote-consensus = به اتفاق نظر
outcome-agenda = موارد باز از جلسات قبلی
outcome-link = لینک به { $id }: { $text }
outcome-follow-up = اقدامات جلسهٔ قبلی
outcome-decision = فیصله
outcome-action = اقدام
outcome-recommendation = توصیه
outcome-question = سؤال
state-open = باز
state-in-progress = در حال اجرا
state-done = انجام شده
state-dropped = کنار گذاشته شده
state-superseded = جایگزین شده

## Help and resources
emergency = آیا همین حالا در خطر هستید؟
emergency-call = به { $number } زنگ بزنید
phone-hint = تماس ممکن است در فهرست تماس‌های تلیفون دیده شود.
resource-open = رفتن به منبع:

## Boxes in a text
callout-note = یادداشت
callout-tip = مشوره
callout-important = مهم
callout-warning = هشدار
callout-caution = احتیاط
callout-help = کمک

## Home page
home-doors = در جستجوی چه هستید؟
door-stakeholders = همکاری
door-stakeholders-text = برای سازمان‌ها و ادارات دولتی: روی چه چیزی بحث و فیصله شد و چه کسانی سهم می‌گیرند.
door-professionals = در جریان کار
door-professionals-text = برای کارکنان مسلکی: منابع برای استفاده و ورق‌های معلوماتی برای توزیع.
door-help = یافتن کمک
door-help-text = برای هر کسی که به کمک ضرورت دارد: چه کسی کمک کرده می‌تواند و چگونه با او به تماس شوید.
home-activities = فعالیت‌ها
home-resources = جدیدترین منابع
home-flyers = ورق‌های معلوماتی
home-feeds = باخبر باشید
home-feeds-text = با یک خبرخوان، خبرهای این ویب‌سایت بدون آدرس ایمیل به شما می‌رسد.

## Addresses that do not exist (any more)
not-found = صفحه پیدا نشد
not-found-text = این صفحه وجود ندارد یا به آدرس دیگری انتقال یافته است. یکی از این لینک‌ها را امتحان کنید.
redirect = این صفحه انتقال یافته است
redirect-link = رفتن به آدرس جدید
table-region = جدول
task-done = انجام شد:
task-open = باید انجام شود:
footnotes = پاورقی‌ها
footnote-back = برگشت به متن

## Translations
coverage-link = ترجمه‌های این ویب‌سایت
coverage = ترجمه‌ها
coverage-lead = آنچه این ویب‌سایت به هر زبان دارد و اینکه هر ترجمه تا کجا پیش رفته است.
coverage-languages = زبان‌ها
coverage-language = زبان
coverage-source = به این زبان نوشته شده
coverage-reviewed = توسط یک شخص بررسی شده
coverage-draft = هنوز بررسی نشده
coverage-machine = ترجمهٔ ماشینی
coverage-outdated = کهنه
coverage-missing = ترجمه نشده
coverage-current = تازه
coverage-share = { $percent }٪
coverage-kinds = به اساس نوع صفحه
coverage-kind = نوع
coverage-sections = صفحه‌های عمومی

## Registers and lists
outcome-meeting = جلسه
outcome-overdue = ناوقت شده
registers = دفترهای ثبت
parts = محدود ساختن
parts-all = نمایش همه
parts-shown = نمایش داده شده:
parts-reset = پاک کردن انتخاب‌ها
sort = ترتیب
records-all = دیدن همه: { $title } ({ $count })
follow = تعقیب این فهرست
follow-feeds = خبرخوان به شما می‌گوید که چه چیزی تازه است:
follow-calendar = برنامهٔ تقویم نشان می‌دهد که هر کار تا چه وقت باید انجام شود و تغییرات را خودش می‌گیرد:
follow-open = باز کردن در برنامهٔ تقویم
follow-address = یا این آدرس را در برنامهٔ تقویم خود کاپی کنید:
data-files = به شکل دیتا
data-files-text = این فهرست به شکل فایل، برای محاسبه یا استفاده در برنامهٔ دیگر.

## Feeds and calendars
example-title = { $title } (نمونه)
calendar-link = { $title } در تقویم شما

## Citations
cite = استناد به این منبع
cite-download = دانلود برای برنامهٔ تنظیم منابع:
figure-source = منبع:
timeline = جدول زمانی
history = تغییرات در این گزارش

## Glossary, what is new, how this hub works
used-in = استفاده شده در
news-link = تازه‌ها
news = تازه‌ها
news-lead = تازه‌ترین صفحه‌های این ویب‌سایت و آنچه به تازگی تغییر کرده است.
news-new = تازه‌ها
news-updated = تجدید شده
types-link = این مرکز چگونه کار می‌کند
types = این مرکز چگونه کار می‌کند
types-lead = چه نوع صفحه‌هایی وجود دارد، در آن‌ها چه می‌آید و چگونه با هم ارتباط دارند.
types-common = در همهٔ صفحه‌ها
types-common-text = هر صفحه یک عنوان دارد. همچنان می‌تواند یک توضیح کوتاه و نشانه‌ای داشته باشد که می‌گوید مسوده یا نمونه است.
types-fields = در آن چه می‌آید
types-required = همیشه خانه‌پری می‌شود
types-private = تنها برای ویراستاران
types-choices = یکی از
types-to = لینک به
types-terms = از فهرست
types-parts = بخش‌ها
types-outcomes = متن می‌تواند این موارد را داشته باشد. در مورد هر کدام می‌توان گفت:
types-confidentiality = چه چیزی می‌تواند علنی باشد
types-level-public = همه چیز در ویب‌سایت است.
types-level-chatham = متن در ویب‌سایت است. گفته نمی‌شود که چه کسی اشتراک داشت و چه کسی چه گفت.
types-level-summary = عنوان، توضیح و معلومات اساسی در ویب‌سایت است. متن و فایل‌ها نشر نمی‌شود.
types-level-closed = هیچ چیز در ویب‌سایت نیست، حتی اینکه جلسه برگزار شد.
types-fallback-page = اگر ترجمه نباشد، صفحه متن را به زبان دیگری نشان می‌دهد و این را می‌گوید، مگر آنکه در زیر چیز دیگری گفته شده باشد.
types-fallback-list = نام آن در فهرست‌های همهٔ زبان‌ها می‌آید. اگر ترجمه نباشد، فهرست‌ها به صفحهٔ زبان دیگر لینک دارند.
types-fallback-none = تنها برای خوانندگان همان زبان‌هایی است که به آن نوشته شده است.
types-glossary = وقتی صفحهٔ دیگری چنین کلمه‌ای را بار اول استفاده می‌کند، آن کلمه به توضیح خود لینک دارد.
types-languages = خوانندگان متن را به زبان خود می‌بینند. اگر نباشد، آن را به زبان بعدی می‌بینند که متن را دارد.
types-otherwise = اگر نباشد

data = دیتای باز
data-lead = محتوای این ویب‌سایت به شکل فایل، برای محاسبه یا استفادهٔ دوباره.
data-link = دیتای باز
data-how = هر فهرست به شکل جدول (CSV) برای برنامهٔ جدول و به شکل JSON برای برنامه‌ها موجود است. فایل‌ها با ویب‌سایت تغییر می‌کنند. به کلید ضرورت نیست. همه چیز را در خود ویب‌سایت هم می‌توان خواند.
data-licence = جواز:
data-index = فهرست همهٔ فایل‌ها
data-catalog = همین فهرست برای فهرست‌های دیتا (DCAT)
data-fields = هر ستون چه دارد

## The way out
exit = بیرون شدن از این ویب‌سایت
exit-title = یک لحظه
exit-twice = برای بیرون شدن از این ویب‌سایت، دو بار دیگر Shift را فشار دهید.
exit-once = برای بیرون شدن از این ویب‌سایت، یک بار دیگر Shift را فشار دهید.
menu = فهرست
home-next = جلسهٔ بعدی
home-outcomes = تازه‌ترین نتایج

## Search
search = جستجو
search-lead = یک فیصله، سازمان، منبع یا اصطلاح را پیدا کنید. آنچه می‌نویسید در همین صفحه می‌ماند.
search-link = جستجو
search-label = جستجوی یک کلمه
search-count = نتایج جستجو:
search-none = چیزی پیدا نشد. کلمهٔ کوتاه‌تر یا کلمهٔ دیگری را امتحان کنید، یا فهرست زیر را ببینید.
search-failed = جستجو فعلاً کار نمی‌کند. فهرست زیر کار می‌کند.
search-more = نتایج بیشتر
search-others = همچنان به زبان‌های دیگر
search-kinds = نوع
search-languages = زبان
search-all = همهٔ صفحه‌ها
search-group = به فهرست: { $name }
search-kind-section = نمای عمومی
search-kind-file = فایل
search-year = سال

print-online = این را آنلاین به زبان خود بخوانید
print-issued = تاریخ نشر
print-qr = کود QR این صفحه
print-example = نمونه: هیچ چیز در این ورق در واقعیت رخ نداده است.
print-contents = فهرست مطالب
paper = روی کاغذ
paper-download = دانلود (PDF)
paper-preview = صفحهٔ اول
paper-pages =
  { $pages ->
     [one] PDF، { $pages } صفحه
    *[other] PDF، { $pages } صفحه
  }
paper-large = با حروف کلان
paper-press = برای مطبعه، با نشانه‌های برش
paper-all = همهٔ زبان‌ها یکجا (ZIP)
paper-languages = به زبان دیگر
paper-hint = آنچه دانلود می‌کنید در دستگاه شما می‌ماند. این صفحه همین متن را دارد.
paper-sha256 = عدد کنترول (SHA-256)
paper-json = دیتا برای کسانی که می‌خواهند به آن لینک دهند (JSON)

# The field in the head
search-close = بستن
search-narrow = محدود ساختن نتایج

copy = کاپی
copied = کاپی شد

## Licence, duties and contact
footer-licence-label = جواز متن‌ها:
footer-licence-others = منابعی که دیگران ساخته‌اند جواز خود را دارند.
footer-rights = همهٔ حقوق محفوظ است.
footer-source = کود منبع
footer-imprint = مشخصات ناشر
footer-accessibility = سهولت دسترسی
footer-privacy = حریم خصوصی
footer-contact = تماس
footer-security = گزارش یک مشکل امنیتی
accessibility-full = این ویب‌سایت شرایط سهولت دسترسی را پوره می‌کند.
accessibility-partial = این ویب‌سایت شرایط سهولت دسترسی را تا اندازه‌ای پوره می‌کند.
accessibility-none = این ویب‌سایت شرایط سهولت دسترسی را پوره نمی‌کند.
accessibility-untested = تا هنوز کسی آزمایش نکرده است که این ویب‌سایت شرایط سهولت دسترسی را پوره می‌کند یا نه.
