heading = Rights at work, and whom to call when the police come to the door

reach = Call { $phone } by day or +1 (647) 555-0199 by night; write to { $email }, or read https://www.{ $website }/know-your-rights/police?lang=en&page=2#door before they come. The old number, (416) 555-0123, is dead, and 1-800-555-0142 costs nothing.

numbers = On 2015-11-03 and again on 03/11/2015 they fined 1,250,000 people; some paid $1,200.50, some 30 % of a wage, and all walked 25 km at 18 °C to pay it. It took 90 min, 12.5 kg of paper and 3 h of waiting (see no. 12).

quotes = “Are you working?” he asked. “I’m not,” she said, “I’m resting—and you’re in my home!” (She had read the leaflet: “No warrant? No entry.”) The well-known non-self-governing, twenty-four-hour line was open… and they left.

marks = Everyone—with or without papers—has rights: to silence; to a lawyer; to an interpreter. Who says so? The law! Ask for “the warrant”; read it [all of it]; keep a copy (if you can).
