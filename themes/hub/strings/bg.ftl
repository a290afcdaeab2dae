# The words of the theme in Bulgarian. State: machine.

## On every page
skip-to-content = Към съдържанието
shortcuts = Бързи връзки
main-navigation = Главно меню
breadcrumbs = Път до страницата
languages = Език
language-fallback = още няма превод
language-missing = страницата не е налична, към началната страница
home = Начална страница
help-link = Нужна ли ви е помощ?
footer-navigation = За този сайт

## Lists
list-count = { $count ->
    [one] { $count } запис
   *[other] { $count } записа
}
list-empty = Тук още няма нищо.
show-all = Вижте всички: { $title }
pager = Страници на този списък
pager-position = страница { $page } от { $pages }
pager-page = Страница { $page }
pager-previous = Предишна страница
pager-next = Следваща страница
term-broader = Част от
term-narrower = Части

## A page
toc = На тази страница
facts = Накратко
files = Файлове
files-hint = Изтегленият файл остава на устройството.
related = Вижте също
backlinks = Страници, които сочат към тази
neighbours = Предишна и следваща
neighbour-previous = Предишна
neighbour-next = Следваща
updated-on = Обновено на
date-and-time = { $date }, { $time } ч.
yes = Да
no = Не
badge-draft = Чернова
badge-illustrative = Пример

## Notices at the top of a page
notice-draft-label = Чернова.
notice-draft = Тази страница още не е публикувана.
notice-illustrative-label = Пример.
notice-illustrative = Всичко или част от това, което четете тук, е измислено, за да покаже как работи центърът.
notice-fallback-label = Още няма превод.
notice-fallback = Тази страница още не е налична на български. По-долу е текстът на друг език.
notice-machine-translation-label = Автоматичен превод.
notice-machine-translation = Никой още не е проверил този превод. При съмнение важи оригиналният текст.
notice-draft-translation-label = Преводът е в процес на работа.
notice-draft-translation = Този превод още не е проверен. При съмнение важи оригиналният текст.
notice-outdated-translation-label = Преводът е остарял.
notice-outdated-translation = Оригиналният текст е променен, след като е направен този превод. При съмнение важи оригиналният текст.
notice-event-planned = Тази среща предстои.
notice-event-cancelled = Тази среща няма да се проведе.
notice-event-postponed = Тази среща ще се проведе в друг ден, който още не е известен.
notice-source-link = Към оригиналния текст
withheld-label = Само резюме.
withheld = Пълните записки от тази среща не са публични.
confidentiality-public = Публично
confidentiality-chatham = Chatham House Rule: казаното може да се споделя, но не и кой го е казал
confidentiality-summary = Само резюмето е публично
confidentiality-closed = Закрито

## Meetings
outcomes = Резултати
outcome = Резултат
outcome-owner = Отговорник
outcome-due = Срок
deadline-quarter = { $number }-о тримесечие на { $year } г.
deadline-season-1 = пролетта на { $year } г.
deadline-season-2 = лятото на { $year } г.
deadline-season-3 = есента на { $year } г.
deadline-season-4 = зимата на { $year } г.
deadline-approximate = около { $period }
deadline-uncertain = { $period } (не е сигурно)
deadline-next-meeting = Следваща среща
deadline-next-meeting-on = Следваща среща, { $date }
deadline-ongoing = Постоянно
deadline-unknown = Предстои да се реши
outcome-state = Състояние
outcome-number = Номер
outcome-vote = Гласуване
vote-for = за
vote-against = против
vote-abstain = въздържали се
vote-present = присъстващи
vote-consensus = с консенсус
outcome-agenda = Още отворени от предишни срещи
outcome-link = Връзка към { $id }: { $text }
outcome-follow-up = Действия от миналия път
outcome-decision = Решение
outcome-action = Действие
outcome-recommendation = Препоръка
outcome-question = Въпрос
state-open = Отворено
state-in-progress = В процес
state-done = Изпълнено
state-dropped = Отпаднало
state-superseded = Заменено

## Help and resources
emergency = В опасност ли сте сега?
emergency-call = Обадете се на { $number }
phone-hint = Обаждането може да остане видимо в списъка с разговори на телефона.
resource-open = Към материала:

## Boxes in a text
callout-note = Бележка
callout-tip = Съвет
callout-important = Важно
callout-warning = Предупреждение
callout-caution = Внимание
callout-help = Помощ

## Home page
home-doors = Какво търсите?
door-stakeholders = Съвместна работа
door-stakeholders-text = За организации и институции: какво е обсъдено и решено и кой участва.
door-professionals = В работата
door-professionals-text = За специалисти: материали за ползване и листовки за споделяне.
door-help = Намиране на помощ
door-help-text = За всеки, който има нужда от помощ: кой може да помогне и как да се свържете.
home-activities = Дейности
home-resources = Най-нови материали
home-flyers = Листовки
home-feeds = Бъдете информирани
home-feeds-text = С четец на новини получавате новото от този сайт без имейл адрес.

## Addresses that do not exist (any more)
not-found = Страницата не е намерена
not-found-text = Тази страница не съществува или е преместена на друг адрес. Опитайте една от тези връзки.
redirect = Тази страница е преместена
redirect-link = Към новия адрес
table-region = Таблица
task-done = Готово:
task-open = За изпълнение:
footnotes = Бележки под линия
footnote-back = Обратно към текста

## Translations
coverage-link = Преводи на този сайт
coverage = Преводи
coverage-lead = Какво има на този сайт на всеки език и докъде е стигнал всеки превод.
coverage-languages = Езици
coverage-language = Език
coverage-source = Написано на този език
coverage-reviewed = Проверено от човек
coverage-draft = Още не е проверено
coverage-machine = Автоматичен превод
coverage-outdated = Остаряло
coverage-missing = Без превод
coverage-current = Актуално
coverage-share = { $percent } %
coverage-kinds = По вид страница
coverage-kind = Вид
coverage-sections = Обзорни страници

## Registers and lists
outcome-meeting = Среща
outcome-overdue = просрочено
registers = Регистри
parts = Стеснете избора
parts-all = Покажи всички
parts-shown = Показани:
parts-reset = Изчисти избора
sort = Подреждане
records-all = Вижте всички: { $title } ({ $count })
follow = Следете този списък
follow-feeds = Четецът на новини ви съобщава какво е ново:
follow-calendar = Календарната програма показва кое до кога трябва да е готово и сама взема промените:
follow-open = Отвори в календарна програма
follow-address = Или копирайте този адрес в календарната си програма:
data-files = Като данни
data-files-text = Този списък като файл, за изчисления или за ползване в друга програма.

## Feeds and calendars
example-title = { $title } (пример)
calendar-link = { $title } във вашия календар

## Citations
cite = Цитирайте този материал
cite-download = Изтегляне за програма за цитиране:
figure-source = Източник:
timeline = Хронология
history = Промени в този протокол

## Glossary, what is new, how this hub works
used-in = Използва се в
news-link = Какво ново
news = Какво ново
news-lead = Най-новите страници на този сайт и последно променените.
news-new = Ново
news-updated = Обновено
types-link = Как работи този център
types = Как работи този център
types-lead = Какви видове страници има, какво съдържат и как се свързват помежду си.
types-common = На всяка страница
types-common-text = Всяка страница има заглавие. Може да има и кратко описание, както и знак, че е чернова или пример.
types-fields = Какво съдържа
types-required = Винаги се попълва
types-private = Само за редактори
types-choices = Едно от
types-to = Води към
types-terms = От списъка
types-parts = Части
types-outcomes = Текстът може да съдържа следното. За всяко от тях може да се посочи:
types-confidentiality = Какво може да е публично
types-level-public = Всичко е на сайта.
types-level-chatham = Текстът е на сайта. Не се казва кой е участвал, нито кой какво е казал.
types-level-summary = Заглавието, описанието и фактите са на сайта. Текстът и файловете не се публикуват.
types-level-closed = На сайта няма нищо, дори това, че срещата се е състояла.
types-fallback-page = Когато липсва превод, страницата показва текста на друг език и го посочва, освен ако по-долу не е казано друго.
types-fallback-list = Списъците я посочват на всеки език. Когато липсва превод, те водят към страницата на друг език.
types-fallback-none = Налично е само за читателите на езиците, на които е написано.
types-glossary = Когато друга страница използва такава дума за първи път, думата води към обяснението си.
types-languages = Читателите виждат текста на своя език. Ако липсва, го виждат на следващия език, на който го има.
types-otherwise = Ако липсва

data = Отворени данни
data-lead = Съдържанието на този сайт като файлове за изчисления или за повторно ползване.
data-link = Отворени данни
data-how = Всеки списък е наличен като таблица (CSV) за електронни таблици и като JSON за програми. Файловете се променят заедно със сайта. Не е нужен ключ. Всичко може да се прочете и на самия сайт.
data-licence = Лиценз:
data-index = списък на всички файлове
data-catalog = същият списък за каталози с данни (DCAT)
data-fields = Какво съдържа всяка колона

## The way out
exit = Напуснете този сайт
exit-title = Един момент
exit-twice = Натиснете Shift още два пъти, за да напуснете този сайт.
exit-once = Натиснете Shift още веднъж, за да напуснете този сайт.
menu = Меню
home-next = Следваща среща
home-outcomes = Последни резултати

## Search
search = Търсене
search-lead = Намерете решение, организация, материал или термин. Това, което пишете, остава в тази страница.
search-link = Търсене
search-label = Търсене на дума
search-count = Резултати:
search-none = Нищо не е намерено. Опитайте с по-кратка или друга дума или вижте списъка по-долу.
search-failed = Търсенето сега не работи. Списъкът по-долу работи.
search-more = Още резултати
search-others = И на други езици
search-kinds = Вид
search-languages = Език
search-all = Всички страници
search-group = Към списъка: { $name }
search-kind-section = Обзор
search-kind-file = Файл
search-year = Година

print-online = Прочетете това онлайн на своя език
print-issued = Дата на издаване
print-qr = QR код към тази страница
print-example = Пример: нищо на този лист не се е случило наистина.
print-contents = Съдържание
paper = На хартия
paper-download = Изтегляне (PDF)
paper-preview = Първа страница на
paper-pages =
  { $pages ->
     [one] PDF, { $pages } страница
    *[other] PDF, { $pages } страници
  }
paper-large = С едър шрифт
paper-press = За печатници, със знаци за рязане
paper-all = Всички езици заедно (ZIP)
paper-languages = На друг език
paper-hint = Това, което изтегляте, остава на вашето устройство. Тази страница съдържа същия текст.
paper-sha256 = Контролна сума (SHA-256)
paper-json = Данни за тези, които искат да направят връзка (JSON)

# The field in the head
search-close = Затвори
search-narrow = Стеснете резултатите

copy = Копирай
copied = Копирано

## Licence, duties and contact
footer-licence-label = Лиценз на текстовете:
footer-licence-others = Материалите, създадени от други, имат свой лиценз.
footer-rights = Всички права запазени.
footer-source = Изходен код
footer-imprint = Данни за издателя
footer-accessibility = Достъпност
footer-privacy = Поверителност
footer-contact = Контакти
footer-security = Съобщете за проблем със сигурността
accessibility-full = Този сайт отговаря на изискванията за достъпност.
accessibility-partial = Този сайт отговаря отчасти на изискванията за достъпност.
accessibility-none = Този сайт не отговаря на изискванията за достъпност.
accessibility-untested = Още никой не е проверил дали този сайт отговаря на изискванията за достъпност.
