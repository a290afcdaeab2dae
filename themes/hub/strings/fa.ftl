# The words of the theme in Persian: a draft that no native speaker has reviewed yet.

## On every page
skip-to-content = رفتن به محتوا
shortcuts = میان‌برها
main-navigation = فهرست اصلی
breadcrumbs = مسیر صفحه
languages = زبان
language-fallback = هنوز ترجمه نشده
language-missing = این صفحه موجود نیست، رفتن به صفحهٔ اصلی
home = صفحهٔ اصلی
help-link = به کمک نیاز دارید؟
footer-navigation = دربارهٔ این وب‌سایت

## Lists
list-count = { $count ->
    [one] { $count } مورد
   *[other] { $count } مورد
}
list-empty = هنوز چیزی اینجا نیست.
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
facts = به‌طور خلاصه
files = فایل‌ها
files-hint = فایلی که دانلود می‌کنید روی دستگاه می‌ماند.
related = همچنین ببینید
backlinks = صفحه‌هایی که به این صفحه اشاره می‌کنند
neighbours = قبلی و بعدی
neighbour-previous = قبلی
neighbour-next = بعدی
updated-on = به‌روز شده در
date-and-time = { $date }، { $time }
yes = بله
no = نه
badge-draft = پیش‌نویس
badge-illustrative = نمونه

## Notices at the top of a page
notice-draft-label = پیش‌نویس.
notice-draft = این صفحه هنوز منتشر نشده است.
notice-illustrative-label = نمونه.
notice-illustrative = همه یا بخشی از آنچه اینجا می‌خوانید ساختگی است تا نشان دهد این مرکز دانش چگونه کار می‌کند.
notice-fallback-label = هنوز ترجمه نشده.
notice-fallback = این صفحه هنوز به فارسی موجود نیست. متن زیر به زبانی دیگر است.
notice-machine-translation-label = ترجمهٔ ماشینی.
notice-machine-translation = هنوز کسی این ترجمه را بازبینی نکرده است. در صورت تردید، متن اصلی معتبر است.
notice-draft-translation-label = ترجمه در دست تهیه.
notice-draft-translation = این ترجمه هنوز بازبینی نشده است. در صورت تردید، متن اصلی معتبر است.
notice-outdated-translation-label = ترجمهٔ قدیمی.
notice-outdated-translation = متن اصلی پس از تهیهٔ این ترجمه تغییر کرده است. در صورت تردید، متن اصلی معتبر است.
notice-event-planned = این نشست هنوز برگزار نشده است.
notice-event-cancelled = این نشست برگزار نمی‌شود.
notice-event-postponed = این نشست در روز دیگری برگزار می‌شود که هنوز مشخص نیست.
notice-source-link = رفتن به متن اصلی
withheld-label = فقط خلاصه.
withheld = یادداشت‌های کامل این نشست علنی نیست.
confidentiality-public = علنی
confidentiality-chatham = قاعدهٔ چتم هاوس: گفته‌ها را می‌توان بازگو کرد، اما نه اینکه چه کسی آن‌ها را گفت
confidentiality-summary = فقط خلاصه علنی است
confidentiality-closed = بسته

## Meetings
outcomes = نتیجه‌ها
outcome = نتیجه
outcome-owner = مسئول
outcome-due = مهلت
deadline-quarter = سه‌ماههٔ { $number } سال { $year }
deadline-season-1 = بهار { $year }
deadline-season-2 = تابستان { $year }
deadline-season-3 = پاییز { $year }
deadline-season-4 = زمستان { $year }
deadline-approximate = حدود { $period }
deadline-uncertain = { $period } (نامطمئن)
deadline-next-meeting = نشست بعدی
deadline-next-meeting-on = نشست بعدی، { $date }
deadline-ongoing = پیوسته
deadline-unknown = هنوز تعیین نشده
outcome-state = وضعیت
outcome-number = شماره
outcome-vote = رأی‌گیری
vote-for = موافق
vote-against = مخالف
vote-abstain = ممتنع
vote-present = حاضر
vote-consensus = با اجماع
outcome-agenda = هنوز باز از نشست‌های پیشین
outcome-link = پیوند به { $id }: { $text }
outcome-follow-up = اقدام‌های نشست پیش
outcome-decision = تصمیم
outcome-action = اقدام
outcome-recommendation = توصیه
outcome-question = پرسش
state-open = باز
state-in-progress = در حال انجام
state-done = انجام شده
state-dropped = کنار گذاشته شده
state-superseded = جایگزین شده

## Help and resources
emergency = همین حالا در خطر هستید؟
emergency-call = با { $number } تماس بگیرید
phone-hint = تماس ممکن است در فهرست تماس‌های تلفن دیده شود.
resource-open = رفتن به منبع:

## Boxes in a text
callout-note = توجه
callout-tip = پیشنهاد
callout-important = مهم
callout-warning = هشدار
callout-caution = احتیاط
callout-help = کمک

## Home page
home-doors = دنبال چه هستید؟
door-stakeholders = همکاری
door-stakeholders-text = برای سازمان‌ها و نهادهای دولتی: دربارهٔ چه چیزی گفت‌وگو و تصمیم‌گیری شد و چه کسانی شرکت می‌کنند.
door-professionals = در محیط کار
door-professionals-text = برای متخصصان: منابعی برای استفاده و برگه‌هایی برای پخش.
door-help = یافتن کمک
door-help-text = برای هر کسی که به کمک نیاز دارد: چه کسی کمک می‌کند و چگونه می‌توان با او تماس گرفت.
home-activities = فعالیت‌ها
home-resources = تازه‌ترین منابع
home-flyers = برگه‌ها
home-feeds = باخبر بمانید
home-feeds-text = با یک خبرخوان، خبرهای این وب‌سایت بدون نشانی ایمیل به شما می‌رسد.

## Addresses that do not exist (any more)
not-found = صفحه پیدا نشد
not-found-text = این صفحه وجود ندارد یا به نشانی دیگری رفته است. یکی از این لینک‌ها را امتحان کنید.
redirect = این صفحه جابه‌جا شده است
redirect-link = رفتن به نشانی تازه
table-region = جدول
task-done = انجام شد:
task-open = باید انجام شود:
footnotes = پانوشت‌ها
footnote-back = بازگشت به متن

## Translations
coverage-link = ترجمه‌های این وب‌سایت
coverage = ترجمه‌ها
coverage-lead = آنچه این وب‌سایت به هر زبان دارد و اینکه هر ترجمه تا کجا پیش رفته است.
coverage-languages = زبان‌ها
coverage-language = زبان
coverage-source = به این زبان نوشته شده
coverage-reviewed = بازبینی شده توسط انسان
coverage-draft = هنوز بازبینی نشده
coverage-machine = ترجمهٔ ماشینی
coverage-outdated = قدیمی
coverage-missing = ترجمه نشده
coverage-current = به‌روز
coverage-share = { $percent }٪
coverage-kinds = بر پایهٔ نوع صفحه
coverage-kind = نوع
coverage-sections = صفحه‌های فهرست

## فهرست‌ها
outcome-meeting = نشست
outcome-overdue = عقب‌افتاده
registers = فهرست‌ها
parts = محدود کردن
parts-all = نمایش همه
parts-shown = نمایش داده‌شده:
parts-reset = پاک کردن انتخاب‌ها
sort = مرتب‌سازی
records-all = دیدن همه: { $title } ({ $count })
follow = دنبال‌کردن این فهرست
follow-feeds = خوراک‌خوان تازه‌ها را به شما می‌گوید:
follow-calendar = برنامهٔ تقویم نشان می‌دهد هر کار تا کی باید انجام شود و تغییرها را خودش می‌گیرد:
follow-open = بازکردن در برنامهٔ تقویم
follow-address = یا این نشانی را در برنامهٔ تقویم خود بگذارید:
data-files = به صورت داده
data-files-text = این فهرست به صورت فایل، برای محاسبه یا استفاده در برنامه‌ای دیگر.

## Feeds and calendars
example-title = { $title } (نمونه)
calendar-link = { $title } در تقویم شما

## Citations
cite = استناد به این منبع
cite-download = بارگیری برای نرم‌افزار مدیریت منابع:
figure-source = منبع:
timeline = روند زمانی
history = تغییرات این گزارش

## Glossary, what is new, how this hub works
used-in = به کار رفته در
news-link = تازه‌ها
news = تازه‌ها
news-lead = تازه‌ترین صفحه‌های این وب‌سایت و آنچه به‌تازگی تغییر کرده است.
news-new = تازه
news-updated = به‌روز شده
types-link = این مرکز چگونه کار می‌کند
types = این مرکز چگونه کار می‌کند
types-lead = چه نوع صفحه‌هایی هست، در آن‌ها چه می‌آید و چگونه به هم مربوط‌اند.
types-common = در همهٔ صفحه‌ها
types-common-text = هر صفحه یک عنوان دارد. همچنین می‌تواند توضیحی کوتاه داشته باشد، و نشانه‌ای که می‌گوید پیش‌نویس یا نمونه است.
types-fields = چه در آن می‌آید
types-required = همیشه پر می‌شود
types-private = فقط برای ویراستاران
types-choices = یکی از
types-to = پیوند به
types-terms = از فهرست
types-parts = بخش‌ها
types-outcomes = متن می‌تواند این‌ها را داشته باشد. دربارهٔ هر کدام می‌توان گفت:
types-confidentiality = چه چیزی می‌تواند علنی باشد
types-level-public = همه چیز در وب‌سایت هست.
types-level-chatham = متن در وب‌سایت هست. گفته نمی‌شود چه کسی شرکت داشت و چه کسی چه گفت.
types-level-summary = عنوان، توضیح و اطلاعات اصلی در وب‌سایت هست. متن و فایل‌ها منتشر نمی‌شود.
types-level-closed = هیچ چیز در وب‌سایت نیست، حتی اینکه برگزار شد.
types-fallback-page = اگر ترجمه‌ای نباشد، صفحه متن را به زبانی دیگر نشان می‌دهد و این را می‌گوید، مگر آنکه در زیر چیز دیگری آمده باشد.
types-fallback-list = نام آن در فهرست‌های همهٔ زبان‌ها می‌آید. اگر ترجمه‌ای نباشد، فهرست‌ها به صفحه‌ای به زبان دیگر پیوند دارند.
types-fallback-none = فقط برای خوانندگان زبان‌هایی که به آن نوشته شده است.
types-glossary = وقتی صفحه‌ای دیگر چنین واژه‌ای را نخستین بار به کار می‌برد، آن واژه به توضیحش پیوند دارد.
types-languages = خوانندگان متن را به زبان خود می‌بینند. اگر نباشد، آن را به زبان بعدی می‌بینند که آن متن را دارد.
types-otherwise = اگر نباشد

data = دادهٔ باز
data-lead = محتوای این وب‌سایت به صورت فایل، برای محاسبه یا استفادهٔ دوباره.
data-link = دادهٔ باز
data-how = هر فهرست به صورت جدول (CSV) برای صفحه‌گسترده و به صورت JSON برای برنامه‌ها موجود است. فایل‌ها همراه با وب‌سایت تغییر می‌کنند. کلیدی لازم نیست. همه چیز را در خود وب‌سایت هم می‌توان خواند.
data-licence = مجوز:
data-index = فهرست همهٔ فایل‌ها
data-catalog = همان فهرست برای فهرست‌های داده (DCAT)
data-fields = هر ستون چه دارد

## راه خروج
exit = خروج از این وب‌سایت
exit-title = یک لحظه
exit-twice = برای خروج از این وب‌سایت دو بار دیگر Shift را فشار دهید.
exit-once = برای خروج از این وب‌سایت یک بار دیگر Shift را فشار دهید.
menu = فهرست
home-next = نشست بعدی
home-outcomes = تازه‌ترین نتیجه‌ها

## جستجو
search = جستجو
search-lead = یک تصمیم، سازمان، منبع یا اصطلاح را پیدا کنید. آنچه می‌نویسید در همین صفحه می‌ماند.
search-link = جستجو
search-label = یک واژه را جستجو کنید
search-count = نتیجه‌ها:
search-none = چیزی پیدا نشد. واژهٔ کوتاه‌تر یا دیگری را امتحان کنید، یا فهرست زیر را ببینید.
search-failed = جستجو اکنون کار نمی‌کند. فهرست زیر کار می‌کند.
search-more = نتیجه‌های بیشتر
search-others = همچنین به زبان‌های دیگر
search-kinds = نوع
search-languages = زبان
search-all = همهٔ صفحه‌ها
search-group = به فهرست: { $name }
search-kind-section = نمای کلی
search-kind-file = پرونده
search-year = سال

print-online = این را به زبان خودتان آنلاین بخوانید
print-issued = تاریخ انتشار
print-qr = کد QR این صفحه
print-example = نمونه: هیچ‌چیز در این برگه واقعاً رخ نداده است.
print-contents = فهرست
paper = روی کاغذ
paper-download = دانلود (PDF)
paper-preview = صفحهٔ اول
paper-pages = PDF، تعداد صفحه‌ها: { $pages }
paper-large = با حروف درشت
paper-press = برای چاپخانه، با نشانه‌های برش
paper-all = همهٔ زبان‌ها با هم (ZIP)
paper-languages = به زبانی دیگر
paper-hint = آنچه دانلود می‌کنید روی دستگاه شما می‌ماند. این صفحه همان متن را دارد.
paper-sha256 = عدد بررسی (SHA-256)
paper-json = داده برای کسانی که می‌خواهند به آن پیوند دهند (JSON)

# The field in the head
search-close = بستن
search-narrow = محدود کردن نتایج

copy = رونوشت
copied = رونوشت گرفته شد

## Licence, duties and contact
footer-licence-label = مجوز متن‌ها:
footer-licence-others = منابعی که دیگران ساخته‌اند مجوز خود را دارند.
footer-rights = همهٔ حقوق محفوظ است.
footer-source = کد منبع
footer-imprint = مشخصات ناشر
footer-accessibility = دسترس‌پذیری
footer-privacy = حریم خصوصی
footer-contact = تماس
footer-security = گزارش مشکل امنیتی
accessibility-full = این سایت نیازمندی‌های دسترس‌پذیری را برآورده می‌کند.
accessibility-partial = این سایت نیازمندی‌های دسترس‌پذیری را تا اندازه‌ای برآورده می‌کند.
accessibility-none = این سایت نیازمندی‌های دسترس‌پذیری را برآورده نمی‌کند.
accessibility-untested = هنوز کسی نیازموده است که این سایت نیازمندی‌های دسترس‌پذیری را برآورده می‌کند یا نه.
