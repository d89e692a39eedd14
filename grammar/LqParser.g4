// The statements and expressions of LQ, edition 2026 (docs/language). README.md in this folder tells what
// the parser leaves to the walk over its tree.
parser grammar LqParser;

options { tokenVocab = LqLexer; }

// ---- Files ------------------------------------------------------------------------------------------

// The driver calls these rules one statement after the other, so that a tree never outlives its statement.
file
  : edition unitHeader (schemaField | statement)* EOF
  | edition unitHeader (sourceField | statement)* EOF
  ;

edition : 'edition' number=NUMBER;

unitHeader
  : kind=('schema' | 'library' | 'policy' | 'source') name=anyWord pin?
  | kind='tests' 'for' name=anyWord pin?
  ;

pin : 'version' number=NUMBER;

statement
  : note
  | uses
  | enumeration
  | otherFields
  | derived
  | set
  | parameter
  | pattern
  | lookup
  | outcomes
  | review
  | change
  | toggle
  | define
  | score
  | fixture
  | ruleStatement
  | evidence
  | group
  | table
  | guard
  | output
  | languages
  | content
  | gives
  | reports
  | format
  | missing
  | leadId
  | atFrom
  | each
  | ignore
  | test
  | testTable
  | property
  | cases
  ;

note : keyword=('owner' | 'purpose') text;
uses : 'uses' kind=('schema' | 'library') name=anyWord pin?;

// ---- What schemas, libraries and policies declare ---------------------------------------------------

enumeration : 'enum' name=anyWord 'of' members+=enumMember (',' members+=enumMember)* ignoringCase?;
enumMember  : name=anyWord labels+=text*;

schemaField : 'field' name=path 'is' type clauses+=fieldClause*;

fieldClause
  : 'required'
  | 'optional'
  | 'identifies'
  | 'protected'
  | 'sources' wordList
  | 'if' ('sources' 'disagree' (first='trust' 'first' | both='keep' 'both')
         | 'invalid' 'treat' 'as' 'missing')
  | 'stale' 'after' literal
  | 'ask' text
  | 'deprecated' 'since' number=NUMBER 'use' path
  ;

otherFields : 'other' 'fields' 'rejected';

type
  : 'one' 'of' of=anyWord
  | 'list' 'of' element=elementType sizes+=atMost*
  | name=freeWord currency=CODE? (number=NUMBER 'places')? ('from' low=literal 'to' high=literal)?
    size=atMost?
  ;

elementType
  : 'one' 'of' of=anyWord
  | name=freeWord
  ;

atMost : 'at' 'most' number=NUMBER;

derived   : 'derived' name=anyWord 'is' expr;
// Values without brackets are told so in the walk.
set       : 'set' name=anyWord 'is' value=sum (',' more+=sum)*;
parameter : 'parameter' name=anyWord 'is' periods+=period (',' periods+=period)*;
period    : constant ('from' date=literal)?;
pattern   : 'pattern' name=anyWord 'is' literal;

lookup : 'lookup' name=anyWord clauses+=lookupClause*;

lookupClause
  : 'from' text
  | 'key' keys+=lookupKey (',' keys+=lookupKey)*
  | 'gives' type
  | 'otherwise' constant
  ;

lookupKey : path ('as' text)?;

// ---- Policies -----------------------------------------------------------------------------------------

outcomes : 'outcomes' 'strongest' 'first' entries+=outcomeEntry (',' entries+=outcomeEntry)*
           clauses+=outcomesClause*;

outcomeEntry : name=anyWord ('needs' literal)?;

outcomesClause
  : 'otherwise' name=anyWord strength? because?
  | 'undecided' 'becomes' name=anyWord
  | 'doubtful' 'becomes' name=anyWord
  ;

strength
  : degree=('weakly' | 'fairly' | 'strongly' | 'decisively')
  | 'with' 'confidence' literal
  | 'by' literal
  ;

because : 'because' reasonCode;

review : 'review' 'by' literal;
change : 'change' size=anyWord text;
toggle : 'toggle' name=anyWord 'default' state=('on' | 'off');
define : 'define' name=anyWord 'when' expr;

score : 'score' name=anyWord clauses+=scoreClause*;

scoreClause
  : 'from' low=NUMBER 'to' high=NUMBER
  | 'begins' 'at' number=NUMBER
  | ('add' | 'subtract') number=NUMBER 'when' expr because?
  ;

fixture : 'fixture' name=anyWord 'as' given;

ruleStatement : 'rule' name=anyWord clauses+=ruleClause*;

ruleClause
  : 'choose' name=anyWord strength?
  | 'when' expr
  | 'unless' expr
  | assume
  | 'overrides' wordList
  | 'reason' reasonCode
  | 'example' given 'expect' negated='not'? name=anyWord
  ;

assume : 'if' 'unknown' 'assume' answer=('yes' | 'no');

evidence : 'evidence' name=anyWord sign=('supports' | 'weakens') outcome=anyWord strength?
           clauses+=evidenceClause*;

evidenceClause
  : 'when' expr
  | 'within' name=anyWord
  | 'reason' reasonCode
  | 'otherwise' sign=('supports' | 'weakens') strength? because?
  ;

group : 'group' name=anyWord 'at' 'most' literal;

guard : 'guard' name=anyWord clauses+=guardClause*;

guardClause
  : 'when' expr
  | 'needs' literal
  | 'never'
  | 'reason' reasonCode
  ;

output    : 'output' wordList;
languages : 'languages' codeList;
content   : 'content' (reason=CODE | name=anyWord) language=code text;

// ---- Tables ---------------------------------------------------------------------------------------------

// The driver reads a table's clauses and rows one by one, like statements.
table     : tableHead tableClause* (headerRow (row | tableClause)*)?;
tableHead : rules='rules'? 'table' name=anyWord;

tableClause
  : 'gives' type
  | 'hit' hit=('first' | 'unique')
  | assume
  | 'otherwise' constant
  ;

// Bars stand between cells; the one at the end leaves an empty cell behind, which the walk drops.
headerRow : '|' columns+=column ('|' columns+=column)* ROW_END;
column    : (isToggle='toggle'? path)?;

row : '|' cells+=cell ('|' cells+=cell)* ROW_END;

cell
  :
  | whole=('any' | 'missing' | 'known' | 'on' | 'off' | DASHES)
  | ending=tail
  | value=sum
  | otherWord
  | 'with' 'confidence' literal
  | 'by' literal
  ;

// ---- Tests ----------------------------------------------------------------------------------------------

test : only='only'? 'test' text clauses+=testClause*;

testClause
  : 'given' given
  | expectation
  ;

testTable     : testTableHead testTableClause* (headerRow (testRow | testTableClause)*)?;
testTableHead : only='only'? 'table' text;

testTableClause : 'given' given;

testRow  : '|' cells+=testCell ('|' cells+=testCell)* ROW_END;

testCell
  : (DASHES | negated='not'? (state=('on' | 'off' | 'expect' | 'any') | givenValue) (',' codes+=code)*)?
  ;

given
  : fixtureName=freeWord ('but' givenItems)?
  | givenItems
  ;

givenItems : items+=givenItem (',' items+=givenItem)*;

givenItem
  : 'today' literal
  | 'now' literal
  | 'toggle' name=anyWord state=('on' | 'off')
  | 'payload' text 'by' name=anyWord
  | (dotted=DOTTED | field=freeWord) givenValue
  ;

givenValue
  : 'missing'
  | 'at' side=('least' | 'most') constant
  | alternatives+=alternative ('or' alternatives+=alternative)*
  ;

alternative : low=constant ('to' high=constant)? ('from' origin=anyWord ('at' at=literal)?)?;

expectation
  : 'expect'
    ( form='confidence' bound
    | form='reasons' 'exactly' codeList
    | form='could' 'become' wordList
    | form='ask' 'for' pathList
    | form='status' name=anyWord
    | form='proposed' name=anyWord
    | form='score' name=anyWord bound
    | form='output' name=anyWord 'is' givenValue
    | form='field' path 'is' givenValue
    | form='held' 'by' 'guard' name=anyWord
    | form='rejected' 'for' pathList
    | negated='not'? name=anyWord ('because' codeList)?
    )
  ;

bound
  : 'at' side=('least' | 'most') low=literal
  | 'between' low=literal 'and' high=literal
  ;

property : 'property' text 'for' 'any' 'lead' clauses+=propertyClause*;

propertyClause
  : 'where' expr
  | 'raising' path 'never' 'leaves' name=anyWord
  | expectation
  ;

cases : 'cases' 'from' text;

// ---- Sources --------------------------------------------------------------------------------------------

gives   : 'gives' name=anyWord pin?;
reports : 'reports' 'as' name=anyWord;
format  : 'format' name=anyWord ('separator' text)?;
missing : 'missing' 'when' textList;
leadId  : 'lead' 'id' 'from' text;
atFrom  : 'at' 'from' text conversion?;
each    : 'each' text;
ignore  : 'ignore' textList;

sourceField : 'field' name=path clauses+=mappingClause*;

mappingClause
  : 'from' places+=text ('else' places+=text)*
  | 'is' constant
  | 'band' bands+=bandCase (',' bands+=bandCase)*
  | 'where' values+=whereCase (',' values+=whereCase)*
  | 'by' function=freeWord literal?
  | conversion
  | 'times' number=NUMBER
  ;

conversion : 'as' kind=freeWord (sample=text ('in' zone=text)? | unit=freeWord)?;

bandCase
  : text 'is' (low=constant ('to' high=constant)? | 'at' side=('least' | 'most') low=constant)
  ;

whereCase : text 'is' constant;

// ---- Conditions and expressions -------------------------------------------------------------------------

// One tree for both; the checker tells them apart. `and` and `or` are flat: mixing them is found in the walk.
expr       : operands+=negation (joints+=('and' | 'or' | AND_AND | OR_OR) operands+=negation)*;
negation   : nots+=('not' | BANG)* body=comparison;
comparison : left=sum ending=tail?;

tail
  : is='is' negated='not'? (known=('known' | 'missing') | op=operation | value=isValue) caseless=ignoringCase?
  | negated='not'? op=operation caseless=ignoringCase?
  | sign=(EQUAL_SIGN | NOT_EQUAL) value=isValue caseless=ignoringCase?
  ;

isValue
  : state=('on' | 'off')
  | value=sum
  | otherWord
  ;

operation
  : 'in' right=sum
  | 'at' side=('least' | 'most') right=sum
  | 'more' 'than' right=sum
  | 'less' 'than' right=sum
  | 'between' low=sum 'and' right=sum
  | 'on' 'or' side=('after' | 'before') right=sum
  | 'after' right=sum
  | 'before' right=sum
  | 'contains' (anyOf='any' 'of')? right=sum
  | 'starts' 'with' (anyOf='any' 'of')? right=sum
  | 'ends' 'with' (anyOf='any' 'of')? right=sum
  | 'matches' right=sum
  | 'has' side=('any' | 'all' | 'none') 'of' right=sum
  | sign=(GREATER_EQUAL | LESS_EQUAL | GREATER_SIGN | LESS_SIGN) right=sum
  ;

ignoringCase : 'ignoring' 'case';

sum     : left=product steps+=sumStep*;
sumStep : sign=('plus' | 'minus' | PLUS_SIGN | MINUS_SIGN) right=product;

product : left=operand steps+=productStep*;

productStep
  : sign=('times' | TIMES_SIGN) right=atom
  | sign='divided' 'by' right=atom rounding?
  | sign=SLASH right=atom rounding?
  ;

rounding : 'rounding' way=('half_even' | 'down' | 'up');

operand
  : percent=PERCENT 'of' right=atom rounding?
  | daysFrom='days' 'from' left=atom 'to' right=atom
  | daysSince='days' 'since' right=atom
  | function=freeWord 'of' right=atom
  | plain=atom
  ;

atom
  : value=literal
  | many=list
  | '(' items+=expr (',' items+=expr)* ')'
  | bare=word (call='(' (arguments+=expr (',' arguments+=expr)*)? ')')?
  | dotted=DOTTED
  ;

// ---- Constants --------------------------------------------------------------------------------------------

constant
  : value=literal
  | many=list
  | word
  | otherWord
  | dotted=DOTTED
  ;

literal
  : number=NUMBER
    unit=('points' | 'point' | 'days' | 'day' | 'hours' | 'hour' | 'minutes' | 'minute' | 'months' | 'month'
         | 'years' | 'year' | CODE)?
  | value=(PERCENT | DATE | INSTANT | REGEX | CODE | BAD_NUMBER)
  | quoted=text
  ;

text : token=(TEXT | UNCLOSED_TEXT | SMART_TEXT | SINGLE_TEXT);
list : '[' (items+=listItem (',' items+=listItem)* ','?)? ']';

listItem
  : value=literal
  | word
  | otherWord
  | state=('on' | 'off')
  | dotted=DOTTED
  ;

// ---- Lists and words --------------------------------------------------------------------------------------

textList : items+=text (',' items+=text)*;
codeList : items+=code (',' items+=code)*;
wordList : items+=path (',' items+=path)*;
pathList : items+=path (',' items+=path)*;
path     : dotted=DOTTED | anyWord;

// A reason code, country, currency or language; a word that is none is told so in the walk.
code : CODE | freeWord;

// The same where a sentence is easily written instead.
reasonCode : code | TEXT;

// A bare name or constant where an expression stands.
word
  : freeWord
  | 'yes' | 'no' | 'today' | 'now' | 'outcome' | 'confidence' | 'tension'
  ;

// Where only one kind of name can stand every word is free; a name that may not be declared is told so in
// the walk.
anyWord
  : freeWord
  | otherWord
  | CODE
  | 'expect'
  | 'yes' | 'no' | 'today' | 'now' | 'outcome' | 'confidence' | 'tension'
  | 'any' | 'missing' | 'known' | 'on' | 'off' | 'not' | 'and' | 'or' | 'is' | 'in' | 'at' |
    'between' | 'before' | 'after' | 'contains' | 'starts' | 'ends' | 'matches' | 'has'
  ;

// Words that are reserved as bare names, yet may be enum values and outcomes.
otherWord
  : 'cases' | 'change' | 'content' | 'define' | 'derived' | 'each' | 'edition' | 'enum' |
    'evidence' | 'field' | 'fixture' | 'format' | 'gives' | 'group' | 'guard' | 'ignore' |
    'languages' | 'library' | 'lookup' | 'only' | 'outcomes' | 'output' | 'owner' | 'parameter' |
    'pattern' | 'policy' | 'property' | 'purpose' | 'reports' | 'review' | 'rule' | 'rules' |
    'schema' | 'score' | 'set' | 'source' | 'table' | 'test' | 'tests' | 'toggle' | 'uses'
  | 'add' | 'as' | 'ask' | 'band' | 'because' | 'begins' | 'but' | 'by' | 'choose' |
    'deprecated' | 'doubtful' | 'else' | 'example' | 'from' | 'given' | 'hit' | 'identifies' |
    'if' | 'key' | 'needs' | 'never' | 'optional' | 'otherwise' | 'overrides' | 'protected' |
    'reason' | 'required' | 'separator' | 'sources' | 'stale' | 'subtract' | 'supports' |
    'undecided' | 'unless' | 'weakens' | 'when' | 'where' | 'within'
  | 'divided' | 'ignoring' | 'minus' | 'of' | 'plus' | 'rounding' | 'since' | 'times' | 'to'
  ;

// Words that mean something in one place only.
freeWord
  : NAME | BAD_WORD
  | 'all' | 'assume' | 'become' | 'becomes' | 'both' | 'case' | 'could' | 'day' | 'days' |
    'decisively' | 'default' | 'disagree' | 'down' | 'exactly' | 'fairly' | 'fields' | 'first' |
    'for' | 'half' | 'half_even' | 'held' | 'hour' | 'hours' | 'id' | 'invalid' | 'keep' |
    'lead' | 'least' | 'leaves' | 'less' | 'list' | 'major' | 'minor' | 'minute' | 'minutes' |
    'month' | 'months' | 'more' | 'most' | 'none' | 'one' | 'other' | 'payload' | 'places' |
    'point' | 'points' | 'proposed' | 'raising' | 'reasons' | 'rejected' | 'settled' | 'status' |
    'strength' | 'strongest' | 'strongly' | 'than' | 'then' | 'treat' | 'trust' | 'unique' |
    'unknown' | 'up' | 'use' | 'version' | 'weakly' | 'with' | 'without' | 'year' | 'years'
  ;
