/** Common given names, folded; not those that are words or surnames as often (Will, Mark in German, Grant, Lee), nor any given name of two people of one surname. */
const GIVEN = new Set(
  `aaron abdul abdullah abigail achim adam adele adelina adrian adriana agata agnes agnieszka ahmad ahmed aidan aisha akira alain alan alana albert alberto aleksandar
 aleksandra alejandra alejandro aleksei alena alessandra alessandro alex alexandra alexei alexey alexis alfonso alfred ali alice alicia alina alison allison alma alyssa amanda
 amelia amina amir amy ana anastasia anatoly anders andre andrea andreas andres andrew andrzej andy angela angelica angelina angelo anita anja anke ann anna annabel anne annette
 annika anthony antoine anton antonia antony anya ariana ariel arjun armando arnold artem arthur arturo asha ashley astrid augusto aurelie aurora ava ayesha barbara
 bart bartosz beata beatrice beatriz becky belinda benedict benedikt benjamin bernadette bernard bernardo bernd bert beth bettina betty beverly bianca birgit bjorn bob boris
 brad bradley brandon brenda brendan brian bridget brigitte britta bruce bruno bryan caitlin callum calvin camila camilla camille carl carla carlo carlos carmen carol caroline
 carolyn carrie catalina caterina catherine cathy cecilia cedric celine cesar chad chantal charles charlie chelsea cheryl chloe chris christa christian christina christine
 christoph christophe christopher cindy claire clara clare clarence claude claudia claudio claus clemens clement cliff clifford clive colin colleen connie connor conrad constance cora
 corinna corinne cornelia courtney craig cristian cristina cristiano curtis cynthia cyril daisy dagmar damian damien dan dana daniel daniela daniele danielle danny daphne daria dariusz
 darren dave david deborah debbie debra deirdre denis denise dennis derek desmond diana diane dieter dietmar dimitri dirk dmytro dolores dominic dominik dominique don donatella
 donna dora doris dorothea dorothy doug douglas duncan dustin dwight dylan eddie edgar edith edmund eduardo edward edwin eileen ekaterina elaine eleanor elena eli elias elin elisa
 elisabeth elise eliza elizabeth ella ellen ellie elliot elsa elvira emil emilia emilie emilio emily emma emmanuel enrico enrique eric erica erich erik erika erin ernest ernesto ernst
 esteban estelle esther ethan etienne eugene eugenia eva evan eve evelyn ewa fabian fabio fabrice farah fatima federica federico felicia felicity felipe felix fernanda fernando fiona
 florian frances francesca francesco francis franck francois francoise frank franz fred freddie frederic frederick frederik frida friedrich fritz gabriel gabriela
 gabriele gabriella gareth gary gavin gemma gene genevieve geoff geoffrey georg georges georgina gerald geraldine gerard gerd gerhard gerry giacomo gilbert gilles gillian gina giorgia
 giorgio giovanna giovanni giulia giuseppe gloria gonzalo gordon graham greg gregor gregory greta grzegorz guido guillaume guillermo gunter gustav gustavo guy gwen hannah hannes hans
 harald harold harriet harry harvey hassan hazel heather hector heidi heike heinrich heinz helen helena helene helga helmut hendrik henri henrik henry herbert herman hermann hilary
 hildegard holger holly horst howard hubert hugh hugo hussein ian ibrahim ida ignacio igor ildiko ilona ilse immanuel imran ines inga inge ingo ingrid inna ioana irene iris isaac isabel
 isabella isabelle ismail istvan ivan ivana ivanka ivar ivo iwona jack jackie jacob jacqueline jacques jaime jake jakob jakub jamal james jamie jana jane janet janice janina jared
 jasmine jason javier jay jean jeanne jeff jeffrey jen jenna jennifer jenny jens jeremy jerome jerry jesper jesse jessica jesus jill jim jimmy jo joachim joan joana joanna joanne joaquin
 jochen jody joe joel joerg johan johann johanna johannes john johnny jon jonas jonathan jorg jorge jose josef joseph josephine josh joshua joyce juan juana juanita judd judith judy julia
 julian juliana julie julien juliet julio julius jurgen justin justine kai karen karin karina karl karla karsten katarina katarzyna kate katharina katherine kathleen kathryn kathy
 katia katie katja katrin kay keith kelly ken kenneth kenny kerry kevin khaled kirill kirsten kirsty klara klaus konrad konstantin kris kristen kristin kristina kristof kurt kyle lara lars
 laszlo laura lauren laurence laurent lawrence lea leah leanne leif lena leo leon leonard leonardo leonid leonie leopold leroy leslie lewis liam lidia lillian lily lina linda lindsay lisa
 liz lois lola lorena lorenzo loretta lorraine lou louis louisa louise luc luca lucas lucia luciano lucie lucy ludmila ludwig luigi luis luisa lukas luke lutz lydia lynn lyudmila madeleine
 magdalena maggie magnus malcolm malgorzata manfred manuel manuela mara marc marcel marcello marcelo marcia marcin marco marcos marcus margaret margarita margit margot maria mariam marian
 mariana marianne marie mariela marilyn marina mario marion marisa marissa marius marjorie markus marlene marta martha martin martina martine marvin mary maryam masha mateusz mathias
 mathieu mathilde matilda matt matteo matteus matthias maud maureen maurice mauricio maurizio mauro max maxim maxime maximilian maya megan mehmet mel melanie melania melinda melissa mercedes
 mia michael michaela michal michel michele michelle miguel mihai mikael mike mikhail milan milena millie mina miranda miriam mitch mitchell mohamed mohammad mohammed moira molly mona monica
 monika monique morten moritz morgan muhammad muriel mustafa nadia nadine nancy naomi natalia natalie nataliya natasha nathalie nathan neil nelly nelson nicholas nick nico nicola nicolas nicole
 nigel nikita nikolai nikolaus nikolay nils nina noah noel noelle nora norbert norma norman octavio odette ola olaf olav ole oleg oleksandr olga oliver olivia olivier omar orlando oscar oskar
 osman otto owen pablo pamela paola paolo pascal pat patrice patricia patricio patrick patrizia paul paula paulina pauline paulo pavel pawel pedro peggy penelope penny per pernille perry pete
 peter petr petra phil philip philipp philippe phillip phoebe pia pierre pilar piotr polina preston priya rachel rafael rainer raj ralf ralph ramon randy raphael raquel raul ravi raymond rebecca
 regina reinhard reinhold renata renate rene reza ricardo riccardo richard rick ricky rita rob robbie robert roberta roberto robin rodney rodrigo roger roland rolf roman ron ronald ronaldo ronnie
 rosa rosalind rosario rosemary rosie ross roxana roy ruben rudi rudolf rudolph rupert russell ruth ryan sabine sabrina sadie sally salma sam samantha samir samuel sandra sandro sanjay sara
 sarah sasha saskia scott sean sebastian sebastien serena serge sergio seth shane shannon sharon shaun shawn sheila shelley shirley sibylle siegfried sigrid silke silvia silvio simon simona simone
 simonetta sofie solveig sonia sonja sophia sophie spencer stacey stacy stan stanislav stanislaw stanley stefan stefania stefano stella stephan stephane stephanie stephen steve steven stuart
 susan susana susanna susanne suzanne svetlana sven sylvain sylvia sylvie tamara tania tanja tanya tara tatiana ted teresa terence teresa terri terry tess tessa thea theo theodor theodore theresa
 therese thierry thomas thorsten tiffany tilo tim timo timothy tina tobias todd tomas tomasz tommy toni tony torsten tracey tracy trevor tristan troy ulrich ulrike ulf umberto ursula ute uwe valentin
 valentina valeria valerie vanessa vasily vera verena veronica veronika veronique vicente vicky victor viktor viktoria vincent vincenzo viola violeta vitaly vivian vivien vivienne
 volker walter wanda wayne wendy werner wesley wilfried wilhelm willem william willy winfried winston wojciech wolf wolfgang xavier yana yasmin yolanda youssef yulia yuri yusuf yves yvette yvonne
 zachary zoe zofia zoltan zuzana
 алевтина александра алексеи алена алина алиса алла анастасия анатолии ангелина анна антон арина аркадии артем артур богдан борис вадим валентин валентина валерии валерия варвара василии вера вероника
 виктор виктория виталии владислав вячеслав галина геннадии георгии герман глеб григории давид даниил дарья денис диана егор екатерина елена елизавета ефим жанна зинаида зоя иван игорь инна иосиф
 карина кирилл клара константин кристина ксения лариса лев леонид лидия лилия любовь людмила маргарита марина мария михаил надежда наталия наталья никита николаи нина оксана олег олеся ольга павел петр
 полина раиса роман руслан светлана семен станислав степан тамара тарас татьяна тимофеи ульяна федор эдуард эльвира юлия юрии яков яна ярослав
 олександра олексіи дмитро іван ігор катерина наталіа ольга оксана сергіи тетяна юліа андріи микола павло петро`
    .trim()
    .split(/\s+/),
);

/** Endings of other cases in Slavic languages, and what stands there in the nominative. */
const CASES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?:ом|ем|ои|ею|ові|еві|em|ou|owi|ovi)$/, ["", "ь", "и", "а", "я", "a"]],
  [/[аяуюеиыіaeiyuęąě]$/, ["", "ь", "и", "а", "я", "a"]],
];

/** Languages in which given names have these cases. */
const WITH_CASES = new Set(["ru", "uk", "pl", "cs"]);

/** Whether a folded word is a common given name, in any case: where capitals tell nothing, it still does. */
export function isGivenName(word: string, language: string | undefined): boolean {
  if (GIVEN.has(word)) return true;
  if (language === undefined || !WITH_CASES.has(language)) return false;
  return CASES.some(([ending, nominative]) => {
    const stem = word.replace(ending, "");
    return stem !== word && stem.length >= LEAST_STEM && nominative.some((end) => GIVEN.has(stem + end));
  });
}
const LEAST_STEM = 3;
