# The words of the theme in Arabic: a draft that no native speaker has reviewed yet.

## On every page
skip-to-content = انتقل إلى المحتوى
shortcuts = اختصارات
main-navigation = القائمة الرئيسية
breadcrumbs = مسار التصفح
languages = اللغة
language-fallback = لم تُترجم بعد
language-missing = الصفحة غير متاحة، إلى الصفحة الرئيسية
home = الصفحة الرئيسية
help-link = هل تحتاج إلى مساعدة؟
footer-navigation = عن هذا الموقع

## Lists
list-count = { $count ->
    [zero] لا عناصر
    [one] عنصر واحد
    [two] عنصران
    [few] { $count } عناصر
    [many] { $count } عنصرًا
   *[other] { $count } عنصر
 }
list-empty = لا يوجد شيء هنا بعد.
show-all = عرض الكل: { $title }
pager = صفحات هذه القائمة
pager-position = الصفحة { $page } من { $pages }
pager-page = الصفحة { $page }
pager-previous = الصفحة السابقة
pager-next = الصفحة التالية
term-broader = جزء من
term-narrower = الأجزاء

## A page
toc = في هذه الصفحة
facts = باختصار
files = الملفات
files-hint = الملف الذي تنزّله يبقى على الجهاز.
related = انظر أيضًا
backlinks = صفحات تشير إلى هذه الصفحة
neighbours = السابق والتالي
neighbour-previous = السابق
neighbour-next = التالي
updated-on = آخر تحديث في
date-and-time = { $date }، { $time }
yes = نعم
no = لا
badge-draft = مسودة
badge-illustrative = مثال

## Notices at the top of a page
notice-draft-label = مسودة.
notice-draft = لم تُنشر هذه الصفحة بعد.
notice-illustrative-label = مثال.
notice-illustrative = ما تقرؤه هنا مُختلق كله أو بعضه، لبيان كيف تعمل المنصة.
notice-fallback-label = لم تُترجم بعد.
notice-fallback = هذه الصفحة غير متاحة بالعربية بعد. النص أدناه بلغة أخرى.
notice-machine-translation-label = ترجمة آلية.
notice-machine-translation = لم يراجع أحد هذه الترجمة بعد. عند الشك يُعتمد النص الأصلي.
notice-draft-translation-label = ترجمة قيد الإعداد.
notice-draft-translation = لم تُراجع هذه الترجمة بعد. عند الشك يُعتمد النص الأصلي.
notice-outdated-translation-label = ترجمة قديمة.
notice-outdated-translation = تغيّر النص الأصلي منذ إعداد هذه الترجمة. عند الشك يُعتمد النص الأصلي.
notice-event-planned = هذا الاجتماع لم يُعقد بعد.
notice-event-cancelled = لن يُعقد هذا الاجتماع.
notice-event-postponed = سيُعقد هذا الاجتماع في يوم آخر لم يُحدَّد بعد.
notice-source-link = إلى النص الأصلي
withheld-label = الملخص فقط.
withheld = المحضر الكامل لهذا الاجتماع غير علني.
confidentiality-public = علني
confidentiality-chatham = قاعدة تشاتام هاوس: يجوز نقل ما قيل، دون ذكر من قاله
confidentiality-summary = الملخص فقط علني
confidentiality-closed = مغلق

## Meetings
outcomes = النتائج
outcome = النتيجة
outcome-owner = المسؤول
outcome-due = الموعد
deadline-quarter = الربع { $number } من { $year }
deadline-season-1 = ربيع { $year }
deadline-season-2 = صيف { $year }
deadline-season-3 = خريف { $year }
deadline-season-4 = شتاء { $year }
deadline-approximate = نحو { $period }
deadline-uncertain = { $period } (غير مؤكد)
deadline-next-meeting = الاجتماع القادم
deadline-next-meeting-on = الاجتماع القادم، { $date }
deadline-ongoing = مستمر
deadline-unknown = يُحدَّد لاحقًا
outcome-state = الحالة
outcome-number = الرقم
outcome-vote = التصويت
vote-for = مع
vote-against = ضد
vote-abstain = امتناع
vote-present = حضور
vote-consensus = بالتوافق
outcome-agenda = ما زال مفتوحًا من اجتماعات سابقة
outcome-link = رابط إلى { $id }: { $text }
outcome-follow-up = إجراءات الاجتماع السابق
outcome-decision = قرار
outcome-action = إجراء
outcome-recommendation = توصية
outcome-question = سؤال
state-open = مفتوح
state-in-progress = قيد التنفيذ
state-done = منجز
state-dropped = متروك
state-superseded = حلّ محله غيره

## Help and resources
emergency = هل أنت في خطر الآن؟
emergency-call = اتصل بالرقم { $number }
phone-hint = قد تبقى المكالمة ظاهرة في سجل مكالمات الهاتف.
resource-open = إلى المادة:

## Boxes in a text
callout-note = ملاحظة
callout-tip = نصيحة
callout-important = مهم
callout-warning = تحذير
callout-caution = احذر
callout-help = مساعدة

## Home page
home-doors = عمّ تبحث؟
door-stakeholders = العمل معًا
door-stakeholders-text = للمنظمات والجهات الحكومية: ما الذي نوقش وتقرر، ومن يشارك.
door-professionals = في العمل
door-professionals-text = للمهنيين: مواد للاستخدام ومنشورات للتوزيع.
door-help = طلب المساعدة
door-help-text = لكل من يحتاج إلى مساعدة: من يقدّمها، وكيف تصل إليه.
home-activities = الأنشطة
home-resources = أحدث المواد
home-flyers = المنشورات
home-feeds = ابقَ على اطلاع
home-feeds-text = يأتيك قارئ الخلاصات بأخبار هذا الموقع دون عنوان بريد إلكتروني.

## Addresses that do not exist (any more)
not-found = الصفحة غير موجودة
not-found-text = هذه الصفحة غير موجودة أو انتقلت إلى عنوان آخر. جرّب أحد هذه الروابط.
redirect = انتقلت هذه الصفحة
redirect-link = إلى العنوان الجديد
table-region = جدول
task-done = أُنجز:
task-open = للإنجاز:
footnotes = الحواشي
footnote-back = عودة إلى النص

## Translations
coverage-link = ترجمات هذا الموقع
coverage = الترجمات
coverage-lead = ما الذي يقوله هذا الموقع بكل لغة، وإلى أين وصلت كل ترجمة.
coverage-languages = اللغات
coverage-language = اللغة
coverage-source = كُتبت بهذه اللغة
coverage-reviewed = راجعها إنسان
coverage-draft = لم تُراجع بعد
coverage-machine = تُرجمت آليًا
coverage-outdated = قديمة
coverage-missing = غير مترجمة
coverage-current = محدّثة
coverage-share = { $percent }٪
coverage-kinds = بحسب نوع الصفحة
coverage-kind = النوع
coverage-sections = صفحات العرض العام

## السجلات والقوائم
outcome-meeting = الاجتماع
outcome-overdue = متأخر
registers = السجلات
parts = تضييق القائمة
parts-all = عرض الكل
parts-shown = المعروض:
parts-reset = مسح الاختيارات
sort = ترتيب
records-all = عرض الكل: { $title } ({ $count })
follow = متابعة هذه القائمة
follow-feeds = يخبرك قارئ الخلاصات بالجديد:
follow-calendar = يعرض برنامج التقويم مواعيد الإنجاز ويجلب التغييرات بنفسه:
follow-open = فتح في برنامج تقويم
follow-address = أو انسخ هذا العنوان إلى برنامج التقويم:
data-files = كبيانات
data-files-text = هذه القائمة كملف، للحساب أو للاستعمال في برنامج آخر.

## Feeds and calendars
example-title = { $title } (مثال)
calendar-link = { $title } في تقويمك

## Citations
cite = الاستشهاد بهذه المادة
cite-download = تنزيل لبرنامج إدارة المراجع:
figure-source = المصدر:
timeline = المسار الزمني
history = التغييرات في هذا المحضر

## Glossary, what is new, how this hub works
used-in = يرد في
news-link = ما الجديد
news = ما الجديد
news-lead = أحدث صفحات هذا الموقع، وآخر ما تغيّر فيها.
news-new = جديد
news-updated = محدّث
types-link = كيف تعمل هذه المنصة
types = كيف تعمل هذه المنصة
types-lead = ما أنواع الصفحات، وما الذي تحتويه، وكيف ترتبط ببعضها.
types-common = في كل صفحة
types-common-text = لكل صفحة عنوان. وقد يكون لها وصف قصير، وعلامة تبيّن أنها مسودة أو مثال.
types-fields = ما الذي تحتويه
types-required = تُملأ دائمًا
types-private = للمحررين فقط
types-choices = واحد من
types-to = تؤدي إلى
types-terms = من القائمة
types-parts = الأجزاء
types-outcomes = قد يحتوي النص على ما يلي. ويمكن أن يُذكر عن كل منها:
types-confidentiality = ما يجوز أن يكون علنيًا
types-level-public = كل شيء على الموقع.
types-level-chatham = النص على الموقع. ولا يُذكر من شارك ولا من قال ماذا.
types-level-summary = العنوان والوصف والمعلومات الأساسية على الموقع. أما النص والملفات فلا تُنشر.
types-level-closed = لا شيء على الموقع، ولا حتى أنه حدث.
types-fallback-page = وإذا لم توجد ترجمة، تعرض الصفحة النص بلغة أخرى وتذكر ذلك، ما لم يُذكر غير ذلك أدناه.
types-fallback-list = تذكرها القوائم بكل اللغات. وإذا لم توجد ترجمة، تؤدي القوائم إلى الصفحة بلغة أخرى.
types-fallback-none = متاحة فقط لقراء اللغات التي كُتبت بها.
types-glossary = عندما تستخدم صفحة أخرى كلمة كهذه لأول مرة، تؤدي الكلمة إلى شرحها.
types-languages = يرى القراء النص بلغتهم. وإذا لم يوجد، يرونه باللغة التالية المتاحة.
types-otherwise = إذا لم يوجد

data = بيانات مفتوحة
data-lead = محتوى هذا الموقع كملفات للحساب أو لإعادة الاستعمال.
data-link = بيانات مفتوحة
data-how = كل قائمة متوفرة كجدول (CSV) لبرنامج الجداول وبصيغة JSON للبرامج. تتغير الملفات مع الموقع. لا حاجة إلى مفتاح. ويمكن قراءة كل شيء في الموقع نفسه أيضًا.
data-licence = الرخصة:
data-index = قائمة بكل الملفات
data-catalog = القائمة نفسها لفهارس البيانات (DCAT)
data-fields = ما يحتويه كل عمود

## الخروج
exit = غادر هذا الموقع
exit-title = لحظة من فضلك
exit-twice = اضغط Shift مرتين أخريين لمغادرة هذا الموقع.
exit-once = اضغط Shift مرة أخرى لمغادرة هذا الموقع.
menu = القائمة
home-next = الاجتماع القادم
home-outcomes = أحدث النتائج

## بحث
search = بحث
search-lead = ابحث عن قرار أو منظمة أو مادة أو مصطلح. ما تكتبه يبقى في هذه الصفحة.
search-link = بحث
search-label = ابحث عن كلمة
search-count = النتائج:
search-none = لم يُعثر على شيء. جرّب كلمة أقصر أو كلمة أخرى، أو انظر في القائمة أدناه.
search-failed = البحث لا يعمل الآن. القائمة أدناه تعمل.
search-more = نتائج أكثر
search-others = أيضًا بلغات أخرى
search-kinds = النوع
search-languages = اللغة
search-all = كل الصفحات
search-group = إلى القائمة: { $name }
search-kind-section = نظرة عامة
search-kind-file = ملف
search-year = السنة

print-online = اقرأ هذا على الإنترنت بلغتك
print-issued = تاريخ الإصدار
print-qr = رمز QR لهذه الصفحة
print-example = مثال: لم يحدث شيء مما في هذه الورقة فعلًا.
print-contents = المحتويات
paper = على الورق
paper-download = تنزيل (PDF)
paper-preview = الصفحة الأولى من
paper-pages = PDF، عدد الصفحات: { $pages }
paper-large = بحروف كبيرة
paper-press = للمطبعة، مع علامات القص
paper-all = كل اللغات معًا (ZIP)
paper-languages = بلغة أخرى
paper-hint = ما تنزّله يبقى على جهازك. في هذه الصفحة النص نفسه.
paper-sha256 = رقم التحقق (SHA-256)
paper-json = بيانات لمن يريد الربط إليها (JSON)

# The field in the head
search-close = إغلاق
search-narrow = تضييق النتائج

copy = نسخ
copied = تم النسخ

## Licence, duties and contact
footer-licence-label = رخصة النصوص:
footer-licence-others = للمواد التي أعدّها آخرون رخصتها الخاصة.
footer-rights = جميع الحقوق محفوظة.
footer-source = الشيفرة المصدرية
footer-imprint = بيانات الناشر
footer-accessibility = إمكانية الوصول
footer-privacy = الخصوصية
footer-contact = التواصل
footer-security = الإبلاغ عن مشكلة أمنية
accessibility-full = يستوفي هذا الموقع متطلبات إمكانية الوصول.
accessibility-partial = يستوفي هذا الموقع متطلبات إمكانية الوصول جزئيًا.
accessibility-none = لا يستوفي هذا الموقع متطلبات إمكانية الوصول.
accessibility-untested = لم يختبر أحد بعدُ هل يستوفي هذا الموقع متطلبات إمكانية الوصول.
