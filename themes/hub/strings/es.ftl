# Words of the theme. State: machine.

## On every page
skip-to-content = Ir al contenido
shortcuts = Accesos rápidos
main-navigation = Menú principal
breadcrumbs = Ruta de navegación
languages = Idioma
language-fallback = aún sin traducir
language-missing = página no disponible, ir a la página de inicio
home = Página de inicio
help-link = ¿Necesita ayuda?
footer-navigation = Acerca de este sitio

## Lists
list-count = { $count ->
    [one] { $count } elemento
    [many] { $count } de elementos
   *[other] { $count } elementos
}
list-empty = Aquí aún no hay nada.
show-all = Ver todo: { $title }
pager = Páginas de esta lista
pager-position = página { $page } de { $pages }
pager-page = Página { $page }
pager-previous = Página anterior
pager-next = Página siguiente
term-broader = Forma parte de
term-narrower = Partes

## A page
toc = En esta página
facts = En resumen
files = Archivos
files-hint = Un archivo descargado permanece en el dispositivo.
related = Véase también
backlinks = Páginas que remiten a esta
neighbours = Anterior y siguiente
neighbour-previous = Anterior
neighbour-next = Siguiente
updated-on = Actualizado el
date-and-time = { $date }, { $time }
yes = Sí
no = No
badge-draft = Borrador
badge-illustrative = Ejemplo

## Notices at the top of a page
notice-draft-label = Borrador.
notice-draft = Esta página aún no se ha publicado.
notice-illustrative-label = Ejemplo.
notice-illustrative = Todo o parte de lo que lee aquí es inventado, para mostrar cómo funciona el portal.
notice-fallback-label = Aún sin traducir.
notice-fallback = Esta página aún no está disponible en español. A continuación figura el texto en otro idioma.
notice-machine-translation-label = Traducido automáticamente.
notice-machine-translation = Nadie ha revisado aún esta traducción. En caso de duda, prevalece el texto original.
notice-draft-translation-label = Traducción en curso.
notice-draft-translation = Esta traducción aún no se ha revisado. En caso de duda, prevalece el texto original.
notice-outdated-translation-label = Traducción desactualizada.
notice-outdated-translation = El texto original ha cambiado desde que se hizo esta traducción. En caso de duda, prevalece el texto original.
notice-event-planned = Esta reunión aún no se ha celebrado.
notice-event-cancelled = Esta reunión no se celebrará.
notice-event-postponed = Esta reunión se celebrará otro día, que aún no se conoce.
notice-source-link = Ir al texto original
withheld-label = Solo el resumen.
withheld = El acta completa de esta reunión no es pública.
confidentiality-public = Público
confidentiality-chatham = Chatham House Rule: se puede contar lo que se dijo, pero no quién lo dijo
confidentiality-summary = Solo el resumen es público
confidentiality-closed = Reservado

## Meetings
outcomes = Conclusiones
outcome = Conclusión
outcome-owner = Responsable
outcome-due = Plazo
deadline-quarter = { $number }.º trimestre de { $year }
deadline-season-1 = primavera de { $year }
deadline-season-2 = verano de { $year }
deadline-season-3 = otoño de { $year }
deadline-season-4 = invierno de { $year }
deadline-approximate = aproximadamente { $period }
deadline-uncertain = { $period } (por confirmar)
deadline-next-meeting = Próxima reunión
deadline-next-meeting-on = Próxima reunión, { $date }
deadline-ongoing = Continuo
deadline-unknown = Por decidir
outcome-state = Estado
outcome-number = Número
outcome-vote = Votación
vote-for = a favor
vote-against = en contra
vote-abstain = abstenciones
vote-present = presentes
vote-consensus = por consenso
outcome-agenda = Aún pendiente de reuniones anteriores
outcome-link = Enlace a { $id }: { $text }
outcome-follow-up = Acciones de la última vez
outcome-decision = Decisión
outcome-action = Acción
outcome-recommendation = Recomendación
outcome-question = Pregunta
state-open = Pendiente
state-in-progress = En curso
state-done = Hecho
state-dropped = Descartado
state-superseded = Sustituido

## Help and resources
emergency = ¿Está en peligro ahora?
emergency-call = Llamar al { $number }
phone-hint = La llamada puede quedar visible en el registro de llamadas del teléfono.
resource-open = Ir al recurso:

## Boxes in a text
callout-note = Nota
callout-tip = Consejo
callout-important = Importante
callout-warning = Advertencia
callout-caution = Precaución
callout-help = Ayuda

## Home page
home-doors = ¿Qué busca?
door-stakeholders = Trabajar juntos
door-stakeholders-text = Para organizaciones y administraciones: qué se ha tratado y decidido, y quién participa.
door-professionals = En el trabajo
door-professionals-text = Para profesionales: recursos para usar y folletos para compartir.
door-help = Encontrar ayuda
door-help-text = Para quien necesite ayuda: quién puede darla y cómo contactar.
home-activities = Actividades
home-resources = Últimos recursos
home-flyers = Folletos
home-feeds = Mantenerse al día
home-feeds-text = Con un lector de canales recibe las novedades de este sitio, sin dirección de correo.

## Addresses that do not exist (any more)
not-found = Página no encontrada
not-found-text = Esta página no existe o ha cambiado de dirección. Pruebe uno de estos enlaces.
redirect = Esta página ha cambiado de dirección
redirect-link = Ir a la nueva dirección
table-region = Tabla
task-done = Hecho:
task-open = Por hacer:
footnotes = Notas al pie
footnote-back = Volver al texto

## Translations
coverage-link = Traducciones de este sitio
coverage = Traducciones
coverage-lead = Qué ofrece este sitio en cada idioma y en qué estado está cada traducción.
coverage-languages = Idiomas
coverage-language = Idioma
coverage-source = Escrito en este idioma
coverage-reviewed = Revisado por una persona
coverage-draft = Aún sin revisar
coverage-machine = Traducido automáticamente
coverage-outdated = Desactualizado
coverage-missing = Sin traducir
coverage-current = Al día
coverage-share = { $percent } %
coverage-kinds = Por tipo de página
coverage-kind = Tipo
coverage-sections = Páginas de conjunto

## Registers and lists
outcome-meeting = Reunión
outcome-overdue = fuera de plazo
registers = Registros
parts = Acotar
parts-all = Mostrar todo
parts-shown = Se muestra:
parts-reset = Borrar la selección
sort = Ordenar
records-all = Ver todo: { $title } ({ $count })
follow = Seguir esta lista
follow-feeds = Un lector de canales le avisa de las novedades:
follow-calendar = Un programa de calendario muestra los plazos y recoge los cambios por sí mismo:
follow-open = Abrir en un programa de calendario
follow-address = O copie esta dirección en su programa de calendario:
data-files = Como datos
data-files-text = Esta lista como archivo, para hacer cálculos o usarla en otro programa.

## Feeds and calendars
example-title = { $title } (ejemplo)
calendar-link = { $title } en su propio calendario

## Citations
cite = Citar este recurso
cite-download = Descargar para un gestor de referencias:
figure-source = Fuente:
timeline = Cronología
history = Cambios en esta acta

## Glossary, what is new, how this hub works
used-in = Se usa en
news-link = Novedades
news = Novedades
news-lead = Las páginas más recientes de este sitio y las últimas modificadas.
news-new = Nuevo
news-updated = Actualizado
types-link = Cómo funciona este portal
types = Cómo funciona este portal
types-lead = Qué tipos de páginas hay, qué contienen y cómo se relacionan.
types-common = En cada página
types-common-text = Cada página tiene un título. También puede tener una breve descripción y una marca que indica que es un borrador o un ejemplo.
types-fields = Qué contiene
types-required = Siempre se rellena
types-private = Solo para la redacción
types-choices = Uno de
types-to = Lleva a
types-terms = De la lista
types-parts = Partes
types-outcomes = El texto puede contener estos elementos. De cada uno puede indicar:
types-confidentiality = Qué puede ser público
types-level-public = Todo está en el sitio.
types-level-chatham = El texto está en el sitio. No dice quién participó ni quién dijo qué.
types-level-summary = El título, la descripción y los datos están en el sitio. El texto y los archivos no se publican.
types-level-closed = No hay nada en el sitio, ni siquiera que se celebró.
types-fallback-page = Si falta una traducción, la página muestra el texto en otro idioma y lo indica, salvo que abajo se diga otra cosa.
types-fallback-list = Las listas lo mencionan en todos los idiomas. Si falta una traducción, llevan a la página en otro idioma.
types-fallback-none = Solo está disponible en los idiomas en que se escribió.
types-glossary = Cuando otra página usa por primera vez una de estas palabras, la palabra lleva a su explicación.
types-languages = Cada persona ve el texto en su idioma. Si falta, lo ve en el siguiente idioma en que existe.
types-otherwise = Si falta

data = Datos abiertos
data-lead = El contenido de este sitio, como archivos para hacer cálculos o reutilizar.
data-link = Datos abiertos
data-how = Cada lista está disponible como tabla (CSV) para una hoja de cálculo y como JSON para un programa. Los archivos cambian con el sitio. No se necesita ninguna clave. Todo se puede leer también en el propio sitio.
data-licence = Licencia:
data-index = una lista de todos los archivos
data-catalog = la misma lista para catálogos de datos (DCAT)
data-fields = Qué contiene cada columna

## The way out
exit = Salir de este sitio
exit-title = Un momento
exit-twice = Pulse Shift dos veces más para salir de este sitio.
exit-once = Pulse Shift una vez más para salir de este sitio.
menu = Menú
home-next = Próxima reunión
home-outcomes = Últimas conclusiones

## Search
search = Buscar
search-lead = Encuentre una decisión, una organización, un recurso o un término. Lo que escribe se queda en esta página.
search-link = Buscar
search-label = Buscar una palabra
search-count = Resultados:
search-none = No se ha encontrado nada. Pruebe con una palabra más corta o distinta, o mire en la lista de abajo.
search-failed = La búsqueda no funciona ahora. La lista de abajo sí.
search-more = Más resultados
search-others = También en otros idiomas
search-kinds = Tipo
search-languages = Idioma
search-all = Todas las páginas
search-group = A la lista: { $name }
search-kind-section = Vista general
search-kind-file = Archivo
search-year = Año

print-online = Léalo en línea, en su idioma
print-issued = Fecha de edición
print-qr = Código QR de esta página
print-example = Ejemplo: nada de lo que figura en esta hoja ocurrió en realidad.
print-contents = Contenido
paper = En papel
paper-download = Descargar (PDF)
paper-preview = Primera página de
paper-pages =
  { $pages ->
     [one] PDF, { $pages } página
     [many] PDF, { $pages } de páginas
    *[other] PDF, { $pages } páginas
  }
paper-large = Letra grande
paper-press = Para imprentas, con marcas de corte
paper-all = Todos los idiomas juntos (ZIP)
paper-languages = En otro idioma
paper-hint = Lo que descarga permanece en su dispositivo. Esta página tiene el mismo texto.
paper-sha256 = Suma de verificación (SHA-256)
paper-json = Datos para quien quiera enlazar aquí (JSON)

# The field in the head
search-close = Cerrar
search-narrow = Acotar los resultados

copy = Copiar
copied = Copiado

## Licence, duties and contact
footer-licence-label = Licencia de los textos:
footer-licence-others = Los recursos creados por otros tienen su propia licencia.
footer-rights = Todos los derechos reservados.
footer-source = Código fuente
footer-imprint = Aviso legal
footer-accessibility = Accesibilidad
footer-privacy = Privacidad
footer-contact = Contacto
footer-security = Comunicar un problema de seguridad
accessibility-full = Este sitio cumple los requisitos de accesibilidad.
accessibility-partial = Este sitio cumple en parte los requisitos de accesibilidad.
accessibility-none = Este sitio no cumple los requisitos de accesibilidad.
accessibility-untested = Nadie ha comprobado aún si este sitio cumple los requisitos de accesibilidad.
