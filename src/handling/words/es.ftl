# Cómo se imprime, se dobla y se corta una hoja, para quien la imprime. Los nombres de los papeles quedan como están.

## Imprimir

both-sides =
    { $edge ->
        [short] Papel { $paper }, doble cara, voltear por el borde corto, 100 % (no «ajustar a la página»).
       *[long] Papel { $paper }, doble cara, voltear por el borde largo, 100 % (no «ajustar a la página»).
    }
one-side = Papel { $paper }, una cara, 100 % (no «ajustar a la página»).
sheets = Cada ejemplar lleva { $sheets } hojas: déjelas en su orden.

## Doblar y cortar

fold-half = Doble una vez por las marcas, con la portada hacia afuera.
fold-letter =
    { $first ->
        [left] Doble con el interior hacia arriba: primero el panel izquierdo, luego el derecho encima.
       *[right] Doble con el interior hacia arriba: primero el panel derecho, luego el izquierdo encima.
    }
fold-z = Doble por las marcas en forma de Z, con la portada arriba.
fold-gate = Con el interior hacia arriba, doble los dos paneles de afuera hasta juntarlos en el medio.
fold-zine = Doble en ocho, abra, corte la línea discontinua, doble a lo largo y empuje los extremos hacia adentro.
fold-booklet =
    { $sheets ->
        [1] Doble una vez por las marcas, con la portada hacia afuera.
       *[other] Ponga las { $sheets } hojas una dentro de otra, doble por las marcas y engrape en el doblez.
    }
fold-two-up = Corte por la mitad, en las marcas: salen dos de cada hoja.
fold-cards = Corte por las marcas: salen { $copies } tarjetas de cada hoja.
fold-shoe-cards = Corte por las marcas en { $copies } tiras; doble cada una en zigzag, con la portada arriba.
fold-tear-off = Corte por las líneas discontinuas, solo entre las tiras: se arrancan a mano.

## Lo que no imprime una oficina

shop = Para una imprenta: envíe los archivos tal como están.
drums = Un archivo por tinta: se imprimen uno sobre otro, cada uno con su tambor. La vista previa es solo para mirar.
screen = Para leer en pantalla: envíelo o publíquelo en un sitio web. No es para imprimir.
one-ink = En negro y gris: sirve cualquier copiadora.

## La hoja de impresión

sheet-title = Cómo imprimir este folleto
sheet-file = Abra este archivo: { $file }
sheet-try = Imprima primero un ejemplar. Debe verse como en las imágenes.
sheet-turn = La barra gruesa marca el borde por el que se voltea el papel.
sheet-folds = Las líneas discontinuas muestran dónde doblar o cortar. No se imprimen.
sheet-copies = ¿Cuántos? ______
sheet-front = Frente
sheet-back = Dorso
sheet-draft = Esta traducción es un borrador que nadie ha revisado.
sheet-draft-source = El texto de este folleto es un borrador que nadie ha revisado.
sheet-alt =
    { $side ->
        [front] El frente de la hoja impresa, en pequeño.
       *[back] El dorso de la hoja impresa, en pequeño.
    }

## Hojas de revisión

review-title = Revisión de una traducción
review-how = Lea cada fila de un lado al otro. Si la traducción está bien, ponga sus iniciales en el cuadro. Si no, escriba una versión mejor en la línea de puntos.
review-leaflet = Folleto: { $name }
review-messages = Textos: { $count }
review-drafts = Borradores: { $count }
review-outdated-count = Desactualizados: { $count }
review-missing-count = Sin traducir: { $count }
review-text = Texto
review-source = original
review-translation = traducción
review-initials = Iniciales
review-section =
    { $part ->
        [cover] Portada
        [aside] Al lado del texto
        [back] Contraportada
        [contact] Contacto
       *[body] Texto
    }
review-margin = En el margen de la página
review-draft = borrador
review-approved = aprobado por { $name }
review-until = hasta { $month }
review-expired = la aprobación ya venció
review-changed = cambió desde que se aprobó
review-outdated = el original cambió desde entonces
review-missing = Todavía sin traducir
review-broken = tiene un error; se muestra como está en el archivo
review-unread = no se puede leer en su archivo
review-no-case = Este idioma no tiene este caso
review-case = caso { $case }
review-new = Subrayado: nuevo en el original
review-gone = Tachado: ya no está en el original
review-value = Con puntos debajo: lo pone el programa, como un número de teléfono
