title = Know your rights
account-heading = What happened to me
account-text = They came at night and asked for my papers. I did not know that I could ask for an interpreter.
who-heading = Who we are
who-text = We are a network of friends in many towns. We listen, we translate, and we go with you where you do not want to go alone.
book = Book a visit with your telephone:
who-more = A visit takes half an hour. Nobody asks for your name or your papers, and you can bring a friend.
act-heading = What you can do
act-one = Ask for an interpreter before you sign anything.
act-two = Ask for a lawyer.
contact-heading = Talk to us
# $phone (String): the number
contact-phone = <a data-l10n-name="phone">{ $phone }</a>
