# The words of the theme in Persian: a draft that no native speaker has reviewed yet.

## On every page
skip-to-content = رفتن به محتوا
main-navigation = فهرست اصلی
breadcrumbs = مسیر صفحه
languages = زبان
language-fallback = هنوز ترجمه نشده
language-missing = صفحه موجود نیست، به صفحهٔ اصلی
home = صفحهٔ اصلی
help-link = کمک می‌خواهید؟
footer-navigation = دربارهٔ این وبگاه
footer-demo = این مرکز دانش نمایشی است. نمونه‌هایی که واقعی نیستند با عنوان نمونه مشخص شده‌اند.
footer-licence = متن‌های این وبگاه با مجوز CC BY 4.0 و کد منبع با مجوز EUPL-1.2 منتشر می‌شود. منابعی که دیگران ساخته‌اند مجوز خود را دارند.

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
files = پرونده‌ها
files-hint = پرونده‌ای که دریافت می‌کنید روی دستگاه می‌ماند.
related = همچنین ببینید
backlinks = صفحه‌هایی که به این صفحه اشاره می‌کنند
neighbours = قبلی و بعدی
neighbour-previous = قبلی
neighbour-next = بعدی
updated-on = به‌روزشده در
date-and-time = { $date }، { $time }
yes = بله
no = نه
badge-draft = پیش‌نویس
badge-illustrative = نمونه

## Notices at the top of a page
notice-draft-label = پیش‌نویس.
notice-draft = این صفحه هنوز منتشر نشده است.
notice-illustrative-label = نمونه.
notice-illustrative = همه یا بخشی از آنچه اینجا می‌خوانید ساختگی است تا نشان دهد این مرکز چگونه کار می‌کند.
notice-fallback-label = هنوز ترجمه نشده.
notice-fallback = این صفحه هنوز به فارسی موجود نیست. متن زیر به زبانی دیگر است.
notice-machine-translation-label = ترجمهٔ ماشینی.
notice-machine-translation = هنوز کسی این ترجمه را بازبینی نکرده است. در صورت تردید، متن اصلی معتبر است.
notice-draft-translation-label = ترجمه در دست تهیه.
notice-draft-translation = این ترجمه هنوز بازبینی نشده است. در صورت تردید، متن اصلی معتبر است.
notice-outdated-translation-label = ترجمهٔ قدیمی.
notice-outdated-translation = متن اصلی پس از تهیهٔ این ترجمه تغییر کرده است. در صورت تردید، متن اصلی معتبر است.
notice-source-link = به متن اصلی
withheld-label = فقط خلاصه.
withheld = یادداشت‌های کامل این نشست علنی نیست.
confidentiality-public = علنی
confidentiality-chatham = قاعدهٔ چتم هاوس: گفته‌ها را می‌توان بازگو کرد، گوینده را نه
confidentiality-summary = فقط خلاصه علنی است
confidentiality-closed = بسته

## Meetings
outcomes = نتیجه‌ها
outcome = نتیجه
outcome-owner = مسئول
outcome-due = مهلت
outcome-state = وضعیت
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
emergency = اکنون در خطر هستید؟
emergency-call = با 112 تماس بگیرید
emergency-number = 112
phone-hint = تماس ممکن است در فهرست تماس‌های تلفن دیده شود.
resource-open = به منبع:

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
door-stakeholders-text = برای سازمان‌ها و دولت‌ها: چه چیزی بررسی و تصمیم‌گیری شد و چه کسانی شرکت می‌کنند.
door-professionals = در کار
door-professionals-text = برای متخصصان: منابعی برای استفاده و برگه‌هایی برای پخش.
door-help = یافتن کمک
door-help-text = برای هر کسی که خشونت دیده یا می‌بیند: چه کسی می‌تواند کمک کند و چگونه به او برسید.
home-meetings = تازه‌ترین نشست‌ها
home-activities = فعالیت‌ها
home-resources = تازه‌ترین منابع
home-flyers = برگه‌ها
home-feeds = باخبر بمانید
home-feeds-text = با یک خبرخوان، خبرهای این وبگاه بدون نشانی ایمیل به شما می‌رسد.

## Addresses that do not exist (any more)
not-found = صفحه پیدا نشد
not-found-text = این صفحه وجود ندارد یا به نشانی دیگری رفته است. یکی از این پیوندها را امتحان کنید.
redirect = این صفحه جابه‌جا شده است
redirect-link = به نشانی تازه
table-region = جدول
task-done = انجام شد:
task-open = برای انجام:
footnotes = پانوشت‌ها
footnote-back = بازگشت به متن

## Translations
coverage-link = ترجمه‌های این وبگاه
coverage = ترجمه‌ها
coverage-lead = این وبگاه به هر زبان چه می‌گوید و هر ترجمه تا کجا رسیده است.
coverage-languages = زبان‌ها
coverage-language = زبان
coverage-source = به این زبان نوشته شده
coverage-reviewed = بازبینی‌شده به دست انسان
coverage-draft = هنوز بازبینی نشده
coverage-machine = ترجمهٔ ماشینی
coverage-outdated = قدیمی
coverage-missing = ترجمه نشده
coverage-current = به‌روز
coverage-share = { $percent }٪
coverage-kinds = بر پایهٔ نوع صفحه
coverage-kind = نوع
coverage-sections = صفحه‌های فهرست
