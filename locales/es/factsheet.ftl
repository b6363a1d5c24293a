# The factsheet, plain-language edition, after the factsheet of Butterfly (Toronto).
# Spanish (es-419 in tone): usted; “trata”, never the other word; “personas trabajadoras sexuales”.
#
# Variables: $organisation, $phone, $email, $website (all String); see the English file.

# A name: kept.
-butterfly = Butterfly

## Cover

cover-title = Alto al daño causado en nombre de la lucha contra la trata de personas
cover-subtitle = Las políticas y campañas contra la trata dañan a las personas trabajadoras sexuales. Defienda sus derechos, su dignidad y la justicia.
cover-byline = Edición en lenguaje claro de la hoja informativa de <strong>{ -butterfly }</strong> (Asian and Migrant Sex Workers Support Network, red de apoyo a personas trabajadoras sexuales asiáticas y migrantes)
cover-partners = Con Migrant Sex Workers Project, Maggie’s, Canadian HIV/AIDS Legal Network, STRUT y No One Is Illegal.

## Testimony: the account of an Asian migrant sex worker in Ontario, reported, not quoted.
## The speaker’s gender is not known; write around it. The friend is a woman.

testimony-heading = El relato de quien lo vivió
testimony-text =
    La policía hizo una redada en el lugar de trabajo. Actuó con grosería y trató a todas las personas como delincuentes. Se llevó a una amiga, que luego fue devuelta a su país.

    A quien cuenta esto le preguntaron: ¿sufre usted explotación? La respuesta fue no. Le dijeron que no se permitía trabajar allí, le ordenaron irse y amenazaron con un arresto si volvía.
testimony-by = Una persona trabajadora sexual asiática y migrante, durante una redada en Ontario

# The numbers and the place are facts: keep them. “Victims” is the police’s word.
ottawa = <strong>Ottawa, 2015:</strong> una investigación contra la trata terminó con <strong>11 mujeres deportadas</strong>. La policía federal (RCMP) habló de 500 «víctimas» en una red de prostitución por todo Canadá. No dio fundamentos para afirmarlo.

## Who we are

who-heading = Quiénes somos
who-group = Somos personas trabajadoras sexuales, migrantes o no, con nuestras organizaciones y gente aliada. Vemos lo que las políticas contra la trata hacen a las personas trabajadoras sexuales, sobre todo a las migrantes.
who-measures = Estas políticas suelen ir contra el trabajo sexual y la migración. No ayudan a quienes dicen representar. Ponen vidas en peligro y violan los derechos humanos.
who-confusion = A menudo se confunde la trata con el trabajo sexual. El trabajo sexual no es en sí explotación, y no todas las personas migrantes que lo ejercen han sido objeto de trata.

## What the law does

law-heading = Lo que hace la ley
# IRPA and PCEPA: the established name, with the short English form in parentheses.
law-powers = La <cite>Ley de Inmigración y Protección de Refugiados</cite> (IRPA) y el <cite>Código Penal</cite> dan al Estado poder para vigilar, detener y deportar a personas, y se usan para limitar la migración. Prohíben a las personas migrantes trabajar en la industria del sexo, incluso a las que pueden trabajar en Canadá y eligieron libremente este trabajo.
law-helpers = El trabajo sexual se equipara con la trata. Por eso se criminaliza a quien ayuda a personas trabajadoras sexuales a migrar o a trabajar. Migrar se vuelve menos seguro y crece el riesgo de explotación.
law-pcepa = La <cite>Ley de Protección de las Comunidades y las Personas Explotadas</cite> (PCEPA), hoy parte del derecho penal de Canadá, convierte en delito la mayoría de las tareas diarias de este trabajo y muchas de sus relaciones. Incluso quienes trabajan con colegas o se anuncian pueden enfrentar cargos.
law-allies = Colegas y clientes podrían ayudar, sobre todo si una persona migrante tiene poco dinero o no habla el idioma. La ley los aleja. Pero donde las condiciones son malas, lo que más puede ayudar es el apoyo de otras personas trabajadoras sexuales.

## What raids do

raids-heading = Lo que hacen las redadas
# RCMP: the federal police. CBSA: the border agency. Short forms in parentheses.
raids-police = La Real Policía Montada de Canadá (RCMP), la policía local y la Agencia de Servicios Fronterizos de Canadá (CBSA) investigan y hacen redadas en nombre de la lucha contra la trata. Vigilan, acosan, arrestan, detienen y deportan a personas trabajadoras sexuales racializadas y migrantes, aun sin pruebas de trata.
raids-hiding = Esto empuja a la gente a la clandestinidad, donde cuesta más conseguir ayuda contra la violencia y la explotación por parte de clientes, policías o empleadores.

## What campaigns get wrong

campaigns-heading = En qué se equivocan las campañas
campaigns-work = El trabajo sexual no cuenta como un trabajo de verdad. Por eso las personas migrantes no pueden ejercerlo legalmente y la ley laboral no las protege. Pero la explotación y el trabajo forzoso existen en muchos sectores, por las políticas migratorias, el racismo, el sexismo y el clasismo.
campaigns-violence = Muchas personas viven violencia, también en el hogar y por parte de su pareja. Llamarla trata solo en la industria del sexo hace daño.
campaigns-victims = Las campañas presentan a las personas trabajadoras sexuales como víctimas. Algunas tienen que declararse víctimas para recibir un servicio, o para que la policía o las organizaciones sin fines de lucro no las traten como delincuentes. Esto niega que decidan por sí mismas e ignora las causas sociales, económicas y políticas.
campaigns-numbers = Los mensajes y números engañosos, como los de «rescates», avivan el miedo, el pánico y el racismo. Llamar «crimen organizado», nacional o transnacional, a los lazos entre personas trabajadoras sexuales suma estigma y empuja a la gente aún más a la clandestinidad.

## Rights

rights-heading = Derechos, justicia, dignidad
rights-raids = Las redadas y los «rescates» traen cargos penales y estigma. Dañan a las personas trabajadoras sexuales, sobre todo a las racializadas o migrantes.
rights-labour = La explotación ocurre como en otros trabajos, pero sin protección laboral. Despenalizar el trabajo sexual y dar protección laboral y derechos a las personas trabajadoras migrantes ayudaría a toda persona que busque ayuda y mejores condiciones.

## What you can do: four demands, each numbered and set as a list

act-heading = Qué puede hacer usted
act-recognise = <strong>Reconozca que el trabajo sexual es trabajo.</strong> Acabe con la discriminación. Apoye los derechos de las personas trabajadoras sexuales, la justicia y el derecho a que no las «rescaten».
act-peers = <strong>Apoye la ayuda dirigida por personas trabajadoras sexuales</strong> contra la explotación y el abuso. Que se revisen junto con sus organizaciones las políticas contra la trata. Que no se use más el derecho penal en temas migratorios.
act-repeal = <strong>Exija al gobierno federal que derogue la PCEPA.</strong> Esta ley pone en peligro la vida, la salud y la seguridad de las personas trabajadoras sexuales.
act-raids = <strong>Exija al gobierno que ponga fin a las redadas, detenciones y deportaciones de personas trabajadoras sexuales.</strong> La CBSA nunca debe participar en investigaciones contra la trata.

## Contact

contact-heading = Hablemos
# $organisation (String): who hands this leaflet out
contact-text = <strong>{ $organisation }</strong> está aquí para las personas trabajadoras sexuales asiáticas y migrantes. Llámenos o escríbanos.
# $phone (String): the phone number
contact-phone = <a data-l10n-name="phone">{ $phone }</a>
# $email (String): the e-mail address
contact-email = <a data-l10n-name="email">{ $email }</a>
# $website (String): the website
contact-website = <a data-l10n-name="website">{ $website }</a>

## Margin line

# Small, in the margin, as long as the community has not reviewed this translation.
margin-draft = borrador, aún sin revisar por su comunidad
