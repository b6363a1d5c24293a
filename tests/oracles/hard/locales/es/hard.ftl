heading = Derechos en el trabajo, y a quién llamar cuando la policía llega a la puerta

reach = Llame al { $phone } de día o al +1 (647) 555-0199 de noche; escriba a { $email }, o lea https://www.{ $website }/derechos/policia?lang=es&page=2#puerta antes de que vengan. El número viejo, (416) 555-0123, ya no sirve.

numbers = El 2015-11-03 y otra vez el 03/11/2015 multaron a 1 250 000 personas; unas pagaron 1 200 $, otras el 30 % del sueldo, y todas caminaron 25 km a 18 °C para pagarlo. Fueron 90 min, 12,5 kg de papel y 3 h de espera.

quotes = —¿Está trabajando? —preguntó él—. ¡Abra! —No —dijo ella—; descanso. «¿Tiene orden?», decía el folleto: «Sin orden no se entra». Y añadía: “¡nadie!” (ni siquiera de noche).

marks = Toda persona —con papeles o sin ellos— tiene derechos: a callar; a un abogado; a un intérprete. ¿Quién lo dice? ¡La ley! ¿Y si insisten? Pida la orden [toda]; guarde una copia… si puede.
