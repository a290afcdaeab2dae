# The words of the theme in Ukrainian: a draft that no native speaker has reviewed yet.

## On every page
skip-to-content = Перейти до змісту
shortcuts = Швидкі посилання
main-navigation = Головне меню
breadcrumbs = Шлях до цієї сторінки
languages = Мова
language-fallback = ще не перекладено
language-missing = сторінка недоступна, перейти на головну сторінку
home = Головна сторінка
help-link = Потрібна допомога?
footer-navigation = Про цей сайт

## Lists
list-count = { $count ->
    [one] { $count } запис
    [few] { $count } записи
    [many] { $count } записів
   *[other] { $count } запису
}
list-empty = Тут поки нічого немає.
show-all = Дивитися всі: { $title }
pager = Сторінки цього списку
pager-position = сторінка { $page } з { $pages }
pager-page = Сторінка { $page }
pager-previous = Попередня сторінка
pager-next = Наступна сторінка
term-broader = Частина теми
term-narrower = Частини

## A page
toc = На цій сторінці
facts = Коротко
files = Файли
files-hint = Завантажений файл залишається на пристрої.
related = Дивіться також
backlinks = Сторінки, які посилаються на цю
neighbours = Попередня та наступна
neighbour-previous = Попередня
neighbour-next = Наступна
updated-on = Оновлено
date-and-time = { $date }, { $time }
yes = Так
no = Ні
badge-draft = Чернетка
badge-illustrative = Приклад

## Notices at the top of a page
notice-draft-label = Чернетка.
notice-draft = Цю сторінку ще не опубліковано.
notice-illustrative-label = Приклад.
notice-illustrative = Усе або частину того, що ви тут читаєте, вигадано, щоб показати, як працює хаб.
notice-fallback-label = Ще не перекладено.
notice-fallback = Цієї сторінки ще немає українською мовою. Нижче наведено текст іншою мовою.
notice-machine-translation-label = Перекладено автоматично.
notice-machine-translation = Цей переклад ще ніхто не перевірив. Якщо є сумніви, орієнтуйтеся на оригінальний текст.
notice-draft-translation-label = Переклад триває.
notice-draft-translation = Цей переклад ще не перевірено. Якщо є сумніви, орієнтуйтеся на оригінальний текст.
notice-outdated-translation-label = Переклад застарів.
notice-outdated-translation = Оригінальний текст змінився після того, як зробили цей переклад. Якщо є сумніви, орієнтуйтеся на оригінальний текст.
notice-event-planned = Ця зустріч ще має відбутися.
notice-event-cancelled = Ця зустріч не відбудеться.
notice-event-postponed = Ця зустріч відбудеться іншого дня, який ще невідомий.
notice-source-link = Перейти до оригінального тексту
withheld-label = Лише короткий виклад.
withheld = Повний протокол цієї зустрічі закритий для широкого загалу.
confidentiality-public = Відкрито для всіх
confidentiality-chatham = Правило Чатем-Гаусу: можна розповідати, що було сказано, але не можна розповідати, хто це сказав
confidentiality-summary = Для всіх відкрито лише короткий виклад
confidentiality-closed = Закрито

## Meetings
outcomes = Підсумки
outcome = Підсумок
outcome-owner = Відповідальна сторона
outcome-due = Строк виконання
deadline-quarter = { $number }-й квартал { $year }
deadline-season-1 = весна { $year }
deadline-season-2 = літо { $year }
deadline-season-3 = осінь { $year }
deadline-season-4 = зима { $year }
deadline-approximate = приблизно { $period }
deadline-uncertain = { $period } (невпевнено)
deadline-next-meeting = Наступна зустріч
deadline-next-meeting-on = Наступна зустріч, { $date }
deadline-ongoing = Постійно
deadline-unknown = Ще не визначено
outcome-state = Стан
outcome-number = Номер
outcome-vote = Голосування
vote-for = за
vote-against = проти
vote-abstain = утрималися
vote-present = присутні
vote-consensus = одностайно
outcome-agenda = Досі відкрите з попередніх зустрічей
outcome-link = Посилання на { $id }: { $text }
outcome-follow-up = Дії з минулої зустрічі
outcome-decision = Рішення
outcome-action = Дія
outcome-recommendation = Рекомендація
outcome-question = Питання
state-open = Відкрито
state-in-progress = Виконується
state-done = Виконано
state-dropped = Скасовано
state-superseded = Замінено

## Help and resources
emergency = Ви зараз у небезпеці?
emergency-call = Зателефонуйте на { $number }
phone-hint = Дзвінок може залишитися в списку дзвінків телефону.
resource-open = Перейти до матеріалу:

## Boxes in a text
callout-note = Примітка
callout-tip = Порада
callout-important = Важливо
callout-warning = Попередження
callout-caution = Обережно
callout-help = Допомога

## Home page
home-doors = Що ви шукаєте?
door-stakeholders = Працювати разом
door-stakeholders-text = Для організацій та органів влади: що обговорили та вирішили і хто бере участь.
door-professionals = На роботі
door-professionals-text = Для фахівців: матеріали для роботи та листівки, якими можна ділитися.
door-help = Знайти допомогу
door-help-text = Для всіх, кому потрібна допомога: хто її надає і як із ними зв’язатися.
home-activities = Напрями роботи
home-resources = Найновіші матеріали
home-flyers = Листівки
home-feeds = Стежте за новинами
home-feeds-text = Програма для читання стрічок приносить вам новини цього сайту без адреси електронної пошти.

## Addresses that do not exist (any more)
not-found = Сторінку не знайдено
not-found-text = Цієї сторінки немає або вона має іншу адресу. Спробуйте одне з цих посилань.
redirect = Цю сторінку переміщено
redirect-link = Перейти на нову адресу
table-region = Таблиця
task-done = Зроблено:
task-open = Треба зробити:
footnotes = Виноски
footnote-back = Назад до тексту

## Translations
coverage-link = Переклади цього сайту
coverage = Переклади
coverage-lead = Що є на цьому сайті кожною мовою та наскільки готовий кожен переклад.
coverage-languages = Мови
coverage-language = Мова
coverage-source = Написано цією мовою
coverage-reviewed = Перевірила людина
coverage-draft = Ще не перевірено
coverage-machine = Перекладено автоматично
coverage-outdated = Застаріло
coverage-missing = Не перекладено
coverage-current = Актуально
coverage-share = { $percent } %
coverage-kinds = За видом сторінки
coverage-kind = Вид
coverage-sections = Оглядові сторінки

## Реєстри та списки
outcome-meeting = Зустріч
outcome-overdue = прострочено
registers = Реєстри
parts = Звузити
parts-all = Показати все
parts-shown = Показано:
parts-reset = Очистити вибір
sort = Сортувати
records-all = Переглянути все: { $title } ({ $count })
follow = Стежити за цим списком
follow-feeds = Програма для стрічок повідомляє, що нового:
follow-calendar = Програма-календар показує, що й коли має бути готове, і сама отримує зміни:
follow-open = Відкрити в програмі-календарі
follow-address = Або скопіюйте цю адресу до свого календаря:
data-files = Як дані
data-files-text = Цей список як файл — для обчислень або для іншої програми.

## Feeds and calendars
example-title = { $title } (приклад)
calendar-link = { $title } у вашому календарі

## Citations
cite = Як посилатися на цей матеріал
cite-download = Завантажити для програми керування посиланнями:
figure-source = Джерело:
timeline = Перебіг
history = Зміни в цьому протоколі

## Glossary, what is new, how this hub works
used-in = Де вживається
news-link = Що нового
news = Що нового
news-lead = Найновіші сторінки цього сайту та останні зміни.
news-new = Нове
news-updated = Оновлено
types-link = Як працює цей хаб
types = Як працює цей хаб
types-lead = Які є види сторінок, що вони містять і як вони пов'язані між собою.
types-common = На кожній сторінці
types-common-text = Кожна сторінка має назву. Вона може також мати короткий опис і позначку, що це чернетка або приклад.
types-fields = Що вона містить
types-required = Заповнюється завжди
types-private = Лише для редакторів
types-choices = Одне з
types-to = Веде до
types-terms = Зі списку
types-parts = Частини
types-outcomes = Текст може містити таке. Про кожне можна вказати:
types-confidentiality = Що може бути відкритим для всіх
types-level-public = На сайті є все.
types-level-chatham = Текст є на сайті. У ньому не сказано, хто брав участь і хто що казав.
types-level-summary = Назва, опис і основні відомості є на сайті. Текст і файли не публікуються.
types-level-closed = На сайті немає нічого, навіть того, що це відбулося.
types-fallback-page = Якщо перекладу немає, сторінка показує текст іншою мовою й повідомляє про це, якщо нижче не сказано інакше.
types-fallback-list = Вона є у списках усіма мовами. Якщо перекладу немає, списки ведуть до сторінки іншою мовою.
types-fallback-none = Вона є лише для читачів тих мов, якими її написано.
types-glossary = Коли інша сторінка вперше вживає таке слово, воно веде до свого пояснення.
types-languages = Читачі бачать текст своєю мовою. Якщо його немає, вони бачать його наступною мовою, якою він є.
types-otherwise = Якщо немає

data = Відкриті дані
data-lead = Вміст цього сайту як файли — для обчислень або повторного використання.
data-link = Відкриті дані
data-how = Кожен список є як таблиця (CSV) для електронних таблиць і як JSON для програм. Файли змінюються разом із сайтом. Ключ не потрібен. Усе можна прочитати й на самому сайті.
data-licence = Ліцензія:
data-index = список усіх файлів
data-catalog = той самий список для каталогів даних (DCAT)
data-fields = Що містить кожен стовпець

## Вихід
exit = Покинути сайт
exit-title = Зачекайте
exit-twice = Натисніть Shift ще двічі, щоб покинути цей сайт.
exit-once = Натисніть Shift ще раз, щоб покинути цей сайт.
menu = Меню
home-next = Наступна зустріч
home-outcomes = Останні підсумки

## Пошук
search = Пошук
search-lead = Знайдіть рішення, організацію, матеріал або термін. Те, що ви пишете, залишається на цій сторінці.
search-link = Пошук
search-label = Шукати слово
search-count = Результати:
search-none = Нічого не знайдено. Спробуйте коротше або інше слово чи перегляньте список нижче.
search-failed = Пошук зараз не працює. Список нижче працює.
search-more = Більше результатів
search-others = Також іншими мовами
search-kinds = Вид
search-languages = Мова
search-all = Усі сторінки
search-group = До списку: { $name }
search-kind-section = Огляд
search-kind-file = Файл
search-year = Рік

print-online = Читайте це онлайн своєю мовою
print-issued = Дата випуску
print-qr = QR-код цієї сторінки
print-example = Приклад: нічого з цього аркуша насправді не було.
print-contents = Зміст
paper = На папері
paper-download = Завантажити (PDF)
paper-preview = Перша сторінка:
paper-pages =
  { $pages ->
     [one] PDF, { $pages } сторінка
     [few] PDF, { $pages } сторінки
     [many] PDF, { $pages } сторінок
    *[other] PDF, { $pages } сторінки
  }
paper-large = Великим шрифтом
paper-press = Для друкарні, з мітками обрізу
paper-all = Усі мови разом (ZIP)
paper-languages = Іншою мовою
paper-hint = Завантажене залишається на вашому пристрої. На цій сторінці той самий текст.
paper-sha256 = Контрольна сума (SHA-256)
paper-json = Дані для тих, хто хоче посилатися (JSON)

# The field in the head
search-close = Закрити
search-narrow = Звузити результати

copy = Копіювати
copied = Скопійовано

## Licence, duties and contact
footer-licence-label = Ліцензія на тексти:
footer-licence-others = Матеріали інших авторів мають власну ліцензію.
footer-rights = Усі права захищено.
footer-source = Вихідний код
footer-imprint = Вихідні дані
footer-accessibility = Доступність
footer-privacy = Приватність
footer-contact = Контакти
footer-security = Повідомити про проблему безпеки
accessibility-full = Цей сайт відповідає вимогам доступності.
accessibility-partial = Цей сайт частково відповідає вимогам доступності.
accessibility-none = Цей сайт не відповідає вимогам доступності.
accessibility-untested = Ще ніхто не перевірив, чи відповідає цей сайт вимогам доступності.
