// The words, numbers and signs of LQ, edition 2026. See README.md in this folder for how they are used.
lexer grammar LqLexer;

@lexer::members {
 private:
  // A `|` was seen on this line: its end is then the end of a table's row.
  bool in_row_ = false;

 public:
  void BeginRow() { in_row_ = true; }
  bool in_row() const { return in_row_; }
  void reset() override {
    in_row_ = false;
    antlr4::Lexer::reset();
  }
}

// Words that begin a statement.
CASES     : 'cases';
CHANGE    : 'change';
CONTENT   : 'content';
DEFINE    : 'define';
DERIVED   : 'derived';
EACH      : 'each';
EDITION   : 'edition';
ENUM      : 'enum';
EVIDENCE  : 'evidence';
FIELD     : 'field';
FIXTURE   : 'fixture';
FORMAT    : 'format';
GIVES     : 'gives';
GROUP     : 'group';
GUARD     : 'guard';
IGNORE    : 'ignore';
LANGUAGES : 'languages';
LIBRARY   : 'library';
LOOKUP    : 'lookup';
MISSING   : 'missing';
ONLY      : 'only';
OUTCOMES  : 'outcomes';
OUTPUT    : 'output';
OWNER     : 'owner';
PARAMETER : 'parameter';
PATTERN   : 'pattern';
POLICY    : 'policy';
PROPERTY  : 'property';
PURPOSE   : 'purpose';
REPORTS   : 'reports';
REVIEW    : 'review';
RULE      : 'rule';
RULES     : 'rules';
SCHEMA    : 'schema';
SCORE     : 'score';
SET       : 'set';
SOURCE    : 'source';
TABLE     : 'table';
TEST      : 'test';
TESTS     : 'tests';
TOGGLE    : 'toggle';
USES      : 'uses';

// Words that begin a clause.
ADD        : 'add';
AS         : 'as';
ASK        : 'ask';
BAND       : 'band';
BECAUSE    : 'because';
BEGINS     : 'begins';
BUT        : 'but';
BY         : 'by';
CHOOSE     : 'choose';
DEPRECATED : 'deprecated';
DOUBTFUL   : 'doubtful';
ELSE       : 'else';
EXAMPLE    : 'example';
EXPECT     : 'expect';
FROM       : 'from';
GIVEN      : 'given';
HIT        : 'hit';
IDENTIFIES : 'identifies';
IF         : 'if';
KEY        : 'key';
NEEDS      : 'needs';
NEVER      : 'never';
OPTIONAL   : 'optional';
OTHERWISE  : 'otherwise';
OVERRIDES  : 'overrides';
PROTECTED  : 'protected';
REASON     : 'reason';
REQUIRED   : 'required';
SEPARATOR  : 'separator';
SOURCES    : 'sources';
STALE      : 'stale';
SUBTRACT   : 'subtract';
SUPPORTS   : 'supports';
UNDECIDED  : 'undecided';
UNLESS     : 'unless';
WEAKENS    : 'weakens';
WHEN       : 'when';
WHERE      : 'where';
WITHIN     : 'within';

// Words of operators and constants.
AFTER      : 'after';
AND        : 'and';
ANY        : 'any';
AT         : 'at';
BEFORE     : 'before';
BETWEEN    : 'between';
CONFIDENCE : 'confidence';
CONTAINS   : 'contains';
DIVIDED    : 'divided';
ENDS       : 'ends';
HAS        : 'has';
IGNORING   : 'ignoring';
IN         : 'in';
IS         : 'is';
KNOWN      : 'known';
MATCHES    : 'matches';
MINUS      : 'minus';
NO         : 'no';
NOT        : 'not';
NOW        : 'now';
OF         : 'of';
OFF        : 'off';
ON         : 'on';
OR         : 'or';
OUTCOME    : 'outcome';
PLUS       : 'plus';
ROUNDING   : 'rounding';
SINCE      : 'since';
STARTS     : 'starts';
TENSION    : 'tension';
TIMES      : 'times';
TO         : 'to';
TODAY      : 'today';
YES        : 'yes';

// Words that mean something in one place only and are free everywhere else.
ALL        : 'all';
ASSUME     : 'assume';
BECOME     : 'become';
BECOMES    : 'becomes';
BOTH       : 'both';
CASE       : 'case';
COULD      : 'could';
DAY        : 'day';
DAYS       : 'days';
DECISIVELY : 'decisively';
DEFAULT    : 'default';
DISAGREE   : 'disagree';
DOWN       : 'down';
EXACTLY    : 'exactly';
FAIRLY     : 'fairly';
FIELDS     : 'fields';
FIRST      : 'first';
FOR        : 'for';
HALF       : 'half';
HALF_EVEN  : 'half_even';
HELD       : 'held';
HOUR       : 'hour';
HOURS      : 'hours';
ID         : 'id';
INVALID    : 'invalid';
KEEP       : 'keep';
LEAD       : 'lead';
LEAST      : 'least';
LEAVES     : 'leaves';
LESS       : 'less';
LIST       : 'list';
MAJOR      : 'major';
MINOR      : 'minor';
MINUTE     : 'minute';
MINUTES    : 'minutes';
MONTH      : 'month';
MONTHS     : 'months';
MORE_      : 'more';
MOST       : 'most';
NONE       : 'none';
ONE        : 'one';
OTHER      : 'other';
PAYLOAD    : 'payload';
PLACES     : 'places';
POINT      : 'point';
POINTS     : 'points';
PROPOSED   : 'proposed';
RAISING    : 'raising';
REASONS    : 'reasons';
REJECTED   : 'rejected';
SETTLED    : 'settled';
STATUS     : 'status';
STRENGTH   : 'strength';
STRONGEST  : 'strongest';
STRONGLY   : 'strongly';
THAN       : 'than';
THEN       : 'then';
TREAT      : 'treat';
TRUST      : 'trust';
UNIQUE     : 'unique';
UNKNOWN    : 'unknown';
UP         : 'up';
USE        : 'use';
VERSION    : 'version';
WEAKLY     : 'weakly';
WITH       : 'with';
WITHOUT    : 'without';
YEAR       : 'year';
YEARS      : 'years';

// A field's path is one word, so that every word is free after a dot.
DOTTED : WORD ('.' WORD)+;
NAME   : WORD;
CODE   : [A-Z] [A-Z0-9_]*;

DATE    : D D D D '-' D D '-' D D;
INSTANT : DATE 'T' [0-9:.]+ ('Z' | [+-] [0-9:]+)?;
PERCENT : NUMBER [ \t]* '%';
NUMBER  : '-'? D+ ('_' D+)* ('.' D+)?;
TEXT    : '"' (~["\\\r\n] | '\\' ~[\r\n])* '"';
REGEX   : '/' (~[/\\\r\n] | '\\' ~[\r\n])+ '/';

LPAREN   : '(';
RPAREN   : ')';
LBRACKET : '[';
RBRACKET : ']';
COMMA    : ',';
BAR      : '|' { in_row_ = true; };

// Signs that people paste; the parser says which word to write.
GREATER_EQUAL : '>=' | '=>' | '\u2265';
LESS_EQUAL    : '<=' | '=<' | '\u2264';
GREATER_SIGN  : '>';
LESS_SIGN     : '<';
EQUAL_SIGN    : '=' '='? '='?;
NOT_EQUAL     : '!=' '='? | '<>' | '\u2260';
AND_AND       : '&' '&'?;
// Two bars of a row too; no predicate tells them apart, since ANTLR's runtime then loses memory.
OR_OR         : '||';
BANG          : '!';
PLUS_SIGN     : '+';
MINUS_SIGN    : '-';
TIMES_SIGN    : '*';
SLASH         : '/';

// Whatever else there is becomes a token too: the lexer never fails.
UNCLOSED_TEXT : '"' (~["\\\r\n] | '\\' ~[\r\n])* '\\'?;
SMART_TEXT    : SMART_QUOTE ~["\u00AB\u00BB\u2018-\u201F\r\n]* (SMART_QUOTE | '"');
SINGLE_TEXT   : '\'' ~['\r\n]* '\'';
DASHES        : ':'? '-' '-' '-'+ ':'?;
BAD_NUMBER    : '-'? D (LETTER | D | [_.])+;
BAD_WORD      : (LETTER | '_') (LETTER | D | [_.])*;

COMMENT : '#' ~[\r\n]* -> skip;
// Line ends are insignificant but for a row's.
ROW_END : '\r'? '\n' { if (in_row_) { in_row_ = false; } else { skip(); } };
SPACE   : [ \t\f\u00A0\u1680\u2000-\u200B\u2028\u2029\u202F\u205F\u3000\uFEFF\r]+ -> skip;
BAD     : .;

fragment WORD        : [a-z] [a-z0-9_]*;
fragment D           : [0-9];
fragment LETTER      : [\p{L}\p{M}];
fragment SMART_QUOTE : [\u00AB\u00BB\u2018-\u201F];
