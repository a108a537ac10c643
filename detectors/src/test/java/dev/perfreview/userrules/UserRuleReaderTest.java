package dev.perfreview.userrules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.rule.UserDefinition;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.toml.TomlDocument;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UserRuleReaderTest {

  private static final Path FILE = Path.of("perf-review.toml");
  private static final Set<String> BUILT_IN = Set.of("list-pop-front");

  private static UserRules read(TomlDocument document) {
    return UserRuleReader.read(document.root().tables("rule"), FILE, BUILT_IN);
  }

  /** {@code line: text at fault: message} for each problem, the line counted from one. */
  private static String problems(String text) {
    TomlDocument document = TomlDocument.parse(text);
    read(document);
    SourceText source = new SourceText(text);
    StringBuilder lines = new StringBuilder();
    document.problems().forEach(problem ->
      lines
        .append(source.lineOf(problem.range().start()) + 1)
        .append(": ")
        .append(text, problem.range().start(), problem.range().end())
        .append(": ")
        .append(problem.message())
        .append('\n')
    );
    return lines.toString();
  }

  @Test
  void readsARule() {
    TomlDocument document = TomlDocument.parse(
      """
      # ours
      [[rule]]
      id = "json-dumps-on-wire"
      language = "python"
      query = '''
      ((call function: (attribute object: (identifier) @module attribute: (identifier) @name)
             arguments: (argument_list (_) @value)) @finding
        (#eq? @module "json") (#eq? @name "dumps"))
      '''
      message = "`{finding}` builds a text;\\n  {{orjson}} writes bytes"
      cost = "allocation"
      replacement = "orjson.dumps({value})"
      applicability = "safe"
      paths = ["gateway/**"]
      hot-only = true
      """
    );
    UserRules rules = read(document);
    assertEquals(List.of(), document.problems());
    RuleInfo info = rules.infos().getFirst();
    assertEquals("json-dumps-on-wire", info.id());
    assertEquals(Language.PYTHON, info.language());
    assertEquals("`{finding}` builds a text; {{orjson}} writes bytes", info.summary());
    assertEquals(FixAvailability.ALWAYS, info.fixes());
    UserDefinition definition = Objects.requireNonNull(info.definition());
    assertEquals(1, definition.line());
    assertEquals(FILE, definition.file());
    assertEquals(
      List.of(true, false),
      List.of(rules.rules().getFirst().speaksOf("a/gateway/b.py"), rules.rules().getFirst().speaksOf("a/b.py"))
    );
  }

  @Test
  void errorsOfAQueryStandAtTheirPlaceInIt() {
    String head = "[[rule]]\nid = 'a'\nlanguage = 'python'\ncost = 'stall'\nmessage = 'm'\n";
    assertEquals(
      "8: calls: the grammar of python has no node `calls`, did you mean `call`?\n",
      problems(head + "query = '''\n; the call\n(calls) @x\n'''\n")
    );
    assertEquals(
      "6: functon: the grammar of python has no field `functon`, did you mean `function`?\n",
      problems(head + "query = \"(call functon: (identifier) @x)\"\n")
    );
    assertEquals(
      "7: eqq?: there is no predicate `#eqq?` among `#eq?`, `#not-eq?`, `#any-eq?`, `#any-not-eq?`, `#match?`, " +
        "`#not-match?`, `#any-match?`, `#any-not-match?`, `#any-of?`, `#not-any-of?`, did you mean `eq?`?\n",
      problems(head + "query = '''((call) @x\n  (#eqq? @x \"a\"))'''\n")
    );
    assertEquals(
      "6: ': the query ends too early: is a `)`, `]` or `\"` missing?\n",
      problems(head + "query = '(call'\n")
    );
  }

  @Test
  void errorsOfATemplateStandAtTheirPlaceInIt() {
    String head = "[[rule]]\nid = 'a'\nlanguage = 'rust'\ncost = 'stall'\nquery = '(call_expression) @call'\n";
    assertEquals(
      "6: {cal}: the query captures nothing as `@cal`, did you mean `call`?\n",
      problems(head + "message = 'the {cal}'\n")
    );
    assertEquals(
      "7: }: a `}` has no `{`; `}}` stands for the character itself\n",
      problems(head + "message = '{{call}} {call}'\nreplacement = 'x()}'\n")
    );
    assertEquals(
      "6: {: a `{` has no `}`; `{{` stands for the character itself\n",
      problems(head + "message = 'the {call'\n")
    );
  }

  @Test
  void errorsOfTheOtherKeysStandAtTheKeys() {
    assertEquals(
      """
      1: [[rule]]: a rule needs `language`: python, rust
      1: [[rule]]: a rule needs `cost`: stall, superlinear, contention, growth, allocation, overhead
      1: [[rule]]: a rule needs `query`
      1: [[rule]]: a rule needs `message`
      2: 'list-pop-front': `list-pop-front` is a rule of perf-review itself
      4: 'No Id': `No Id` is no id of a rule: small letters and digits, words joined by `-`
      5: 'go': `go` is no value of `language`, which takes `python` or `rust`
      6: 'STALL': `STALL` is no value of `cost`, which takes `stall`, `superlinear`, `contention`, `growth`, \
      `allocation` or `overhead`, did you mean `stall`?
      7: '': `query` is empty
      8: 1: `message` must be a string
      9: 'safe': `applicability` says how far `replacement` can be trusted, which is missing
      10: 'a//b': not a glob: a name of the glob is empty; `folder/**` takes all files of a folder
      11: 1: `hot-only` must be true or false
      12: mesage: unknown key `mesage`, did you mean `message`?
      """,
      problems(
        """
        [[rule]]
        id = 'list-pop-front'
        [[rule]]
        id = 'No Id'
        language = 'go'
        cost = 'STALL'
        query = ''
        message = 1
        applicability = 'safe'
        paths = ['a//b']
        hot-only = 1
        mesage = 'x'
        """
      )
    );
  }

  @Test
  void aRuleWithAnErrorIsLeftOutAndTheOthersRun() {
    String sound = "language = 'rust'\ncost = 'stall'\nquery = '(call_expression) @call'\nmessage = 'm'\n";
    String text =
      "[[rule]]\nid = 'a'\n" +
      sound +
      "[[rule]]\nid = 'b'\nlanguage = 'rust'\n[[rule]]\nid = 'a'\n" +
      sound +
      "[[rule]]\nid = 'c'\n" +
      sound;
    TomlDocument document = TomlDocument.parse(text);
    UserRules rules = read(document);
    assertEquals(List.of("a", "c"), rules.infos().stream().map(RuleInfo::id).toList());
    assertEquals(Set.of("b"), rules.unusable());
    assertEquals("there are two rules `a`", document.problems().getLast().message());
  }
}
