# Words of the theme. State: machine.

## On every page
skip-to-content = Ir para o conteúdo
shortcuts = Acesso rápido
main-navigation = Menu principal
breadcrumbs = Percurso de navegação
languages = Língua
language-fallback = ainda não traduzido
language-missing = página não disponível, ir para a página inicial
home = Página inicial
help-link = Precisa de ajuda?
footer-navigation = Sobre este sítio

## Lists
list-count = { $count ->
    [one] { $count } item
    [many] { $count } de itens
   *[other] { $count } itens
}
list-empty = Ainda não há nada aqui.
show-all = Ver tudo: { $title }
pager = Páginas desta lista
pager-position = página { $page } de { $pages }
pager-page = Página { $page }
pager-previous = Página anterior
pager-next = Página seguinte
term-broader = Faz parte de
term-narrower = Partes

## A page
toc = Nesta página
facts = Em resumo
files = Ficheiros
files-hint = Um ficheiro descarregado fica no dispositivo.
related = Ver também
backlinks = Páginas que remetem para esta
neighbours = Anterior e seguinte
neighbour-previous = Anterior
neighbour-next = Seguinte
updated-on = Atualizado em
date-and-time = { $date }, { $time }
yes = Sim
no = Não
badge-draft = Rascunho
badge-illustrative = Exemplo

## Notices at the top of a page
notice-draft-label = Rascunho.
notice-draft = Esta página ainda não foi publicada.
notice-illustrative-label = Exemplo.
notice-illustrative = O que aqui se lê é inventado, no todo ou em parte, para mostrar como funciona o portal.
notice-fallback-label = Ainda não traduzido.
notice-fallback = Esta página ainda não está disponível em português. Segue-se o texto noutra língua.
notice-machine-translation-label = Traduzido automaticamente.
notice-machine-translation = Ainda ninguém verificou esta tradução. Em caso de dúvida, prevalece o texto original.
notice-draft-translation-label = Tradução em curso.
notice-draft-translation = Esta tradução ainda não foi verificada. Em caso de dúvida, prevalece o texto original.
notice-outdated-translation-label = Tradução desatualizada.
notice-outdated-translation = O texto original mudou depois desta tradução. Em caso de dúvida, prevalece o texto original.
notice-event-planned = Esta reunião ainda não se realizou.
notice-event-cancelled = Esta reunião não se vai realizar.
notice-event-postponed = Esta reunião vai realizar-se noutro dia, que ainda não é conhecido.
notice-source-link = Ir para o texto original
withheld-label = Apenas o resumo.
withheld = A ata completa desta reunião não é pública.
confidentiality-public = Público
confidentiality-chatham = Chatham House Rule: pode partilhar-se o que foi dito, mas não quem o disse
confidentiality-summary = Só o resumo é público
confidentiality-closed = Reservado

## Meetings
outcomes = Conclusões
outcome = Conclusão
outcome-owner = Responsável
outcome-due = Prazo
deadline-quarter = { $number }.º trimestre de { $year }
deadline-season-1 = primavera de { $year }
deadline-season-2 = verão de { $year }
deadline-season-3 = outono de { $year }
deadline-season-4 = inverno de { $year }
deadline-approximate = cerca de { $period }
deadline-uncertain = { $period } (incerto)
deadline-next-meeting = Próxima reunião
deadline-next-meeting-on = Próxima reunião, { $date }
deadline-ongoing = Contínuo
deadline-unknown = A decidir
outcome-state = Estado
outcome-number = Número
outcome-vote = Votação
vote-for = a favor
vote-against = contra
vote-abstain = abstenções
vote-present = presentes
vote-consensus = por consenso
outcome-agenda = Ainda em aberto de reuniões anteriores
outcome-link = Ligação para { $id }: { $text }
outcome-follow-up = Ações da última vez
outcome-decision = Decisão
outcome-action = Ação
outcome-recommendation = Recomendação
outcome-question = Questão
state-open = Em aberto
state-in-progress = Em curso
state-done = Concluído
state-dropped = Abandonado
state-superseded = Substituído

## Help and resources
emergency = Está em perigo agora?
emergency-call = Ligar para { $number }
phone-hint = A chamada pode ficar visível no histórico do telefone.
resource-open = Ir para o recurso:

## Boxes in a text
callout-note = Nota
callout-tip = Sugestão
callout-important = Importante
callout-warning = Aviso
callout-caution = Cuidado
callout-help = Ajuda

## Home page
home-doors = O que procura?
door-stakeholders = Trabalhar em conjunto
door-stakeholders-text = Para organizações e entidades públicas: o que foi discutido e decidido, e quem participa.
door-professionals = No trabalho
door-professionals-text = Para profissionais: recursos para usar e folhetos para partilhar.
door-help = Encontrar ajuda
door-help-text = Para quem precisa de ajuda: quem a pode dar e como contactar.
home-activities = Atividades
home-resources = Recursos mais recentes
home-flyers = Folhetos
home-feeds = Manter-se informado
home-feeds-text = Com um leitor de feeds recebe as novidades deste sítio, sem endereço de correio eletrónico.

## Addresses that do not exist (any more)
not-found = Página não encontrada
not-found-text = Esta página não existe ou mudou de endereço. Experimente uma destas ligações.
redirect = Esta página mudou de endereço
redirect-link = Ir para o novo endereço
table-region = Tabela
task-done = Concluído:
task-open = A fazer:
footnotes = Notas de rodapé
footnote-back = Voltar ao texto

## Translations
coverage-link = Traduções deste sítio
coverage = Traduções
coverage-lead = O que este sítio tem em cada língua e em que ponto está cada tradução.
coverage-languages = Línguas
coverage-language = Língua
coverage-source = Escrito nesta língua
coverage-reviewed = Verificado por uma pessoa
coverage-draft = Ainda não verificado
coverage-machine = Traduzido automaticamente
coverage-outdated = Desatualizado
coverage-missing = Não traduzido
coverage-current = Atual
coverage-share = { $percent } %
coverage-kinds = Por tipo de página
coverage-kind = Tipo
coverage-sections = Páginas de síntese

## Registers and lists
outcome-meeting = Reunião
outcome-overdue = em atraso
registers = Registos
parts = Restringir
parts-all = Mostrar tudo
parts-shown = A mostrar:
parts-reset = Limpar as escolhas
sort = Ordenar
records-all = Ver tudo: { $title } ({ $count })
follow = Seguir esta lista
follow-feeds = Um leitor de feeds mostra-lhe as novidades:
follow-calendar = Um programa de calendário mostra os prazos e recolhe as alterações por si:
follow-open = Abrir num programa de calendário
follow-address = Ou copie este endereço para o seu programa de calendário:
data-files = Como dados
data-files-text = Esta lista como ficheiro, para fazer cálculos ou usar noutro programa.

## Feeds and calendars
example-title = { $title } (exemplo)
calendar-link = { $title } no seu próprio calendário

## Citations
cite = Citar este recurso
cite-download = Descarregar para um gestor de referências:
figure-source = Fonte:
timeline = Cronologia
history = Alterações nesta ata

## Glossary, what is new, how this hub works
used-in = Usado em
news-link = Novidades
news = Novidades
news-lead = As páginas mais recentes deste sítio e as últimas alteradas.
news-new = Novo
news-updated = Atualizado
types-link = Como funciona este portal
types = Como funciona este portal
types-lead = Que tipos de páginas existem, o que contêm e como se ligam.
types-common = Em cada página
types-common-text = Cada página tem um título. Pode ter também uma breve descrição e uma indicação de que é um rascunho ou um exemplo.
types-fields = O que contém
types-required = Sempre preenchido
types-private = Só para a redação
types-choices = Um de
types-to = Leva a
types-terms = Da lista
types-parts = Partes
types-outcomes = O texto pode conter estes elementos. Sobre cada um pode indicar:
types-confidentiality = O que pode ser público
types-level-public = Está tudo no sítio.
types-level-chatham = O texto está no sítio. Não diz quem participou nem quem disse o quê.
types-level-summary = O título, a descrição e os dados estão no sítio. O texto e os ficheiros não são publicados.
types-level-closed = Não há nada no sítio, nem sequer que se realizou.
types-fallback-page = Se faltar uma tradução, a página mostra o texto noutra língua e indica-o, salvo se abaixo se disser outra coisa.
types-fallback-list = As listas mencionam-no em todas as línguas. Se faltar uma tradução, levam à página noutra língua.
types-fallback-none = Só existe para quem lê as línguas em que foi escrito.
types-glossary = Quando outra página usa uma destas palavras pela primeira vez, a palavra leva à explicação.
types-languages = Cada pessoa vê o texto na sua língua. Se faltar, vê-o na língua seguinte em que existe.
types-otherwise = Se faltar

data = Dados abertos
data-lead = O conteúdo deste sítio, como ficheiros para fazer cálculos ou reutilizar.
data-link = Dados abertos
data-how = Cada lista existe como tabela (CSV) para uma folha de cálculo e como JSON para um programa. Os ficheiros mudam com o sítio. Não é necessária nenhuma chave. Tudo se pode ler também no próprio sítio.
data-licence = Licença:
data-index = uma lista de todos os ficheiros
data-catalog = a mesma lista para catálogos de dados (DCAT)
data-fields = O que contém cada coluna

## The way out
exit = Sair deste sítio
exit-title = Um momento
exit-twice = Prima Shift mais duas vezes para sair deste sítio.
exit-once = Prima Shift mais uma vez para sair deste sítio.
menu = Menu
home-next = Próxima reunião
home-outcomes = Conclusões mais recentes

## Search
search = Pesquisar
search-lead = Encontre uma decisão, uma organização, um recurso ou um termo. O que escreve fica nesta página.
search-link = Pesquisar
search-label = Pesquisar uma palavra
search-count = Resultados:
search-none = Nada encontrado. Experimente uma palavra mais curta ou diferente, ou veja a lista abaixo.
search-failed = A pesquisa não funciona neste momento. A lista abaixo funciona.
search-more = Mais resultados
search-others = Também noutras línguas
search-kinds = Tipo
search-languages = Língua
search-all = Todas as páginas
search-group = Para a lista: { $name }
search-kind-section = Síntese
search-kind-file = Ficheiro
search-year = Ano

print-online = Leia em linha, na sua língua
print-issued = Data de edição
print-qr = Código QR para esta página
print-example = Exemplo: nada do que está nesta folha aconteceu de facto.
print-contents = Conteúdo
paper = Em papel
paper-download = Descarregar (PDF)
paper-preview = Primeira página de
paper-pages =
  { $pages ->
     [one] PDF, { $pages } página
     [many] PDF, { $pages } de páginas
    *[other] PDF, { $pages } páginas
  }
paper-large = Letra grande
paper-press = Para tipografias, com marcas de corte
paper-all = Todas as línguas juntas (ZIP)
paper-languages = Noutra língua
paper-hint = O que descarrega fica no seu dispositivo. Esta página tem o mesmo texto.
paper-sha256 = Soma de verificação (SHA-256)
paper-json = Dados para quem quiser criar uma ligação (JSON)

# The field in the head
search-close = Fechar
search-narrow = Restringir os resultados

copy = Copiar
copied = Copiado

## Licence, duties and contact
footer-licence-label = Licença dos textos:
footer-licence-others = Os recursos criados por outros têm a sua própria licença.
footer-rights = Todos os direitos reservados.
footer-source = Código-fonte
footer-imprint = Ficha técnica
footer-accessibility = Acessibilidade
footer-privacy = Privacidade
footer-contact = Contacto
footer-security = Comunicar um problema de segurança
accessibility-full = Este sítio cumpre os requisitos de acessibilidade.
accessibility-partial = Este sítio cumpre em parte os requisitos de acessibilidade.
accessibility-none = Este sítio não cumpre os requisitos de acessibilidade.
accessibility-untested = Ainda ninguém verificou se este sítio cumpre os requisitos de acessibilidade.
