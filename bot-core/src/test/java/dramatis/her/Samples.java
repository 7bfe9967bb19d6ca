package dramatis.her;

import dramatis.her.HerParser.Start;
import dramatis.message.Segment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Replies of every form that was seen, with what is to be made of them. */
final class Samples {
    /** A reply, its segments and what people see of it. */
    record Sample(String name, Reply reply, List<Segment> segments, String visible) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final Map<String, Sample> ALL = new LinkedHashMap<>();

    private Samples() {}

    static Stream<Sample> all() {
        return ALL.values().stream();
    }

    private static Reply prefilled(String raw) {
        return Reply.of(raw, Start.IN_PLAN);
    }

    private static Reply open(String raw) {
        return Reply.of(raw, Start.OPEN);
    }

    private static Reply after(String raw) {
        return Reply.of(raw, Start.AFTER_PLAN);
    }

    private static void sample(String name, Reply reply, String visible, Segment... segments) {
        ALL.put(name, new Sample(name, reply, List.of(segments), visible));
    }

    private static Segment plan(String text) {
        return Segment.plan(text);
    }

    private static Segment thought(String text) {
        return Segment.thought(text);
    }

    private static Segment action(String text) {
        return Segment.action(text);
    }

    private static Segment speech(String text) {
        return Segment.speech(text);
    }

    static {
        wellFormed();
        strayTags();
        missingTags();
        nestedTags();
        cutOff();
        lookingLikeTags();
        otherSpeakers();
        withoutPrefill();
        coser();
    }

    private static void wellFormed() {
        sample(
                "whole reply",
                prefilled("hid1 plans.</system_thinking>\n\nMr. Fox: <role_thinking>hid2</role_thinking> vis1, "
                        + "<role_action>vis2</role_action>\nvis3."),
                "vis1, vis2\nvis3.",
                plan("hid1 plans."),
                speech("\n\nMr. Fox: "),
                thought("hid2"),
                speech(" vis1, "),
                action("vis2"),
                speech("\nvis3."));
        sample(
                "full-width colon and emphasis around the own name",
                after("Mr. Fox：vis1\n**Mr. Fox:** vis2\nMR.  FOX : vis3"),
                "vis1\nvis2\nvis3",
                speech("Mr. Fox：vis1\n**Mr. Fox:** vis2\nMR.  FOX : vis3"));
        sample(
                "own name alone before an action",
                after("Mr. Fox:\n<role_action>vis1</role_action>"),
                "vis1",
                speech("Mr. Fox:\n"),
                action("vis1"));
        sample(
                "plan that mentions tags",
                prefilled("I open <role_thinking>hid1</role_thinking>, <role_action>, <system_thinking> and then hid2"
                        + "</system_thinking>vis1"),
                "vis1",
                plan("I open <role_thinking>hid1</role_thinking>, <role_action>, <system_thinking> and then hid2"),
                speech("vis1"));
        sample(
                "speech in tags",
                after("<role_speech>vis1</role_speech> <role_action>vis2</role_action><role_speech>vis3</role_speech>"),
                "vis1 vis2 vis3",
                speech("vis1"),
                speech(" "),
                action("vis2"),
                speech("vis3"));
        sample(
                "empty blocks",
                after("<role_thinking></role_thinking><role_action></role_action>vis1"),
                "vis1",
                thought(""),
                action(""),
                speech("vis1"));
        sample("only hidden", prefilled("hid1</system_thinking>\n"), "", plan("hid1"), speech("\n"));
        sample("nothing", after(""), "");
    }

    private static void strayTags() {
        sample(
                "plan closed by system_think",
                prefilled("hid1</system_think>vis1"),
                "vis1",
                plan("hid1"),
                speech("vis1"));
        sample("plan closed by think", prefilled("hid1</think>vis1"), "vis1", plan("hid1"), speech("vis1"));
        sample("plan closed by thought", prefilled("hid1</Thought>vis1"), "vis1", plan("hid1"), speech("vis1"));
        sample(
                "plan closed by a misspelling",
                prefilled("hid1</sytem_thinking>vis1"),
                "vis1",
                plan("hid1"),
                speech("vis1"));
        sample("plan not closed by role", prefilled("hid1</role_thinking>hid2"), "", plan("hid1</role_thinking>hid2"));
        sample("short name", after("<role_think>hid1</role_think>vis1"), "vis1", thought("hid1"), speech("vis1"));
        sample(
                "long name",
                after("<long_role_thinking>hid1</long_role_thinking>vis1"),
                "vis1",
                thought("hid1"),
                speech("vis1"));
        sample("bare name", after("<think>hid1</think>vis1"), "vis1", thought("hid1"), speech("vis1"));
        sample(
                "spaces and capitals",
                after("< Role_Thinking >hid1</ ROLE thinking >vis1<Role_Action >vis2</role_ACTION>"),
                "vis1 vis2",
                thought("hid1"),
                speech("vis1"),
                action("vis2"));
        sample(
                "attributes",
                after("<role_thinking mood=\"grim\">hid1</role_thinking><role_action type='big'>vis1</role_action>"),
                "vis1",
                thought("hid1"),
                action("vis1"));
        sample(
                "letters swapped",
                after("<role_thikning>hid1</role_thinkng>vis1"),
                "vis1",
                thought("hid1"),
                speech("vis1"));
        sample("letters missing", after("<role_tinkin>hid1</thoght>vis1"), "vis1", thought("hid1"), speech("vis1"));
        sample(
                "action misspelt",
                after("<role_acton>vis1</role_actoin>vis2"),
                "vis1 vis2",
                action("vis1"),
                speech("vis2"));
        sample(
                "closed by another spelling",
                after("<thought>hid1</role_thinking>vis1"),
                "vis1",
                thought("hid1"),
                speech("vis1"));
        sample(
                "nobody knows this role tag",
                after("<role_feeling>hid1</role_feeling>vis1"),
                "vis1",
                thought("hid1"),
                speech("vis1"));
        sample(
                "another word for thinking",
                after("<inner_monologue>hid1</inner_monologue>vis1"),
                "vis1",
                thought("hid1"),
                speech("vis1"));
    }

    private static void missingTags() {
        sample(
                "thought never closed",
                after("vis1<role_thinking>hid1 <role_action>hid2</role_action> hid3"),
                "vis1",
                speech("vis1"),
                thought("hid1 <role_action>hid2</role_action> hid3"));
        sample(
                "thought never opened",
                after("<role_action>vis1</role_action>any1 hid1</role_thinking>vis2")
                        .untruncatable(),
                "vis1 vis2",
                action("vis1"),
                thought("any1 hid1"),
                speech("vis2"));
        sample("plan never closed", prefilled("hid1 and <b>hid2</b>"), "", plan("hid1 and <b>hid2</b>"));
        sample(
                "action never closed",
                after("vis1<role_action>vis2 vis3"),
                "vis1 vis2 vis3",
                speech("vis1"),
                action("vis2 vis3"));
        sample("action never opened", after("vis1</role_action>vis2"), "vis1 vis2", action("vis1"), speech("vis2"));
        sample(
                "action closed as a thought",
                after("<role_action>hid1</role_thinking>vis1").untruncatable(),
                "vis1",
                thought("hid1"),
                speech("vis1"));
        sample(
                "thought closed as an action",
                after("<role_thinking>hid1</role_action>hid2"),
                "",
                thought("hid1</role_action>hid2"));
        sample(
                "action closed as speech",
                after("<role_action>vis1</role_speech>vis2"),
                "vis1 vis2",
                action("vis1"),
                speech("vis2"));
        sample(
                "bracket of the opening tag missing",
                after("<role_thinking hid1 hid2</role_thinking>vis1"),
                "vis1",
                thought(" hid1 hid2"),
                speech("vis1"));
        sample(
                "bracket of the closing tag missing",
                after("<role_thinking>hid1</role_thinking hid2"),
                "",
                thought("hid1</role_thinking hid2"));
        sample(
                "bracket of an orphan's tag missing",
                after("hid1</role_thinking\nhid2 <role_action>hid3").untruncatable(),
                "",
                thought("hid1"),
                thought("\nhid2 <role_action>hid3"));
        sample(
                "first bracket missing",
                after("role_thinking>hid1 and more"),
                "",
                thought("role_thinking>hid1 and more"));
        sample(
                "other brackets",
                after("[role_thinking]hid1[/role_thinking]"),
                "",
                thought("[role_thinking]hid1[/role_thinking]"));
    }

    private static void nestedTags() {
        sample(
                "thought in a thought",
                after(
                        "<role_thinking>hid1<thought>hid2</thought>hid3<role_action>hid4</role_action></role_thinking>vis1"),
                "vis1",
                thought("hid1<thought>hid2</thought>hid3<role_action>hid4</role_action>"),
                speech("vis1"));
        sample(
                "thought in an action",
                after("<role_action>vis1 <role_thinking>hid1</role_thinking> vis2</role_action>vis3"),
                "vis1 vis2 vis3",
                action("vis1 "),
                thought("hid1"),
                action(" vis2"),
                speech("vis3"));
        sample(
                "second plan",
                prefilled("hid1</system_thinking>vis1<system_thinking>hid2</role_thinking>hid3</system_thinking>vis2"),
                "vis1 vis2",
                plan("hid1"),
                speech("vis1"),
                plan("hid2</role_thinking>hid3"),
                speech("vis2"));
        sample(
                "action in an action",
                after("<role_action>vis1<role_action>vis2</role_action>vis3"),
                "vis1 vis2 vis3",
                action("vis1"),
                action("vis2"),
                speech("vis3"));
    }

    private static void cutOff() {
        sample("inside an opening tag", after("vis1 <role_thi"), "vis1", speech("vis1 "));
        sample("after a bracket", after("vis1 <"), "vis1", speech("vis1 "));
        sample(
                "inside a closing tag that could be hidden",
                after("any1 hid1</ro").untruncatable(),
                "",
                thought("any1 hid1"));
        sample("inside the closing tag of an action", after("<role_action>vis1</role_ac"), "vis1", action("vis1"));
        sample("inside a control token", after("vis1<|im_e"), "vis1", speech("vis1"));
        sample("inside a character", after("vis1\ud83d"), "vis1", speech("vis1"));
        sample("at a control token", after("vis1<|im_end|>hid1"), "vis1", speech("vis1"));
        sample("at a control token in a thought", after("<think>hid1<|im_end|>hid2"), "", thought("hid1"));
    }

    private static void lookingLikeTags() {
        sample(
                "text with brackets",
                after("vis1 [CLOSED] <3 a < b, vis2 (sic) <b>vis3</b> >_< *vis4* x > y </3 vis5"),
                "vis1 [CLOSED] <3 a < b, vis2 (sic) <b>vis3</b> >_< *vis4* x > y </3 vis5",
                speech("vis1 [CLOSED] <3 a < b, vis2 (sic) <b>vis3</b> >_< *vis4* x > y </3 vis5"));
        sample("comparison at the end", after("vis1: a < b"), "vis1: a < b", speech("vis1: a < b"));
        sample(
                "face before a word",
                after(">_< Thinking of vis1."),
                ">_< Thinking of vis1.",
                speech(">_< Thinking of vis1."));
    }

    private static void otherSpeakers() {
        sample("another speaks", after("vis1\nAnna: hid1"), "vis1", speech("vis1\n"));
        sample("another speaks first", after("anna： hid1"), "");
        sample("a name with signs", after("vis1\n  **Dr. (Who)**: hid1"), "vis1", speech("vis1\n  "));
        sample("a name in another script", after("vis1\n小红：hid1"), "vis1", speech("vis1\n"));
        sample("a name after the own one", after("Mr. Fox: Anna: hid1"), "", speech("Mr. Fox: "));
        sample("a name in an open action", after("<role_action>vis1\nO'Neil+: hid1"), "vis1", action("vis1\n"));
        sample(
                "names in thoughts and in the middle of a line",
                prefilled("Anna: hid1</system_thinking><role_thinking>Anna: hid2</role_thinking>vis1 Anna: vis2"),
                "vis1 Anna: vis2",
                plan("Anna: hid1"),
                thought("Anna: hid2"),
                speech("vis1 Anna: vis2"));
    }

    private static void withoutPrefill() {
        sample(
                "plan with its tag",
                open("<system_thinking>hid1</system_thinking>vis1"),
                "vis1",
                plan("hid1"),
                speech("vis1"));
        sample(
                "empty think block first",
                open("<think>\n</think>\n<system_thinking>hid1</system_thinking>vis1"),
                "vis1",
                plan("\n"),
                speech("\n"),
                plan("hid1"),
                speech("vis1"));
        sample(
                "plan without its opening tag",
                open("hid1 <role_action>hid2</role_action>\nAnna: hid3</system_thinking>vis1")
                        .untruncatable(),
                "vis1",
                plan("hid1 <role_action>hid2</role_action>\nAnna: hid3"),
                speech("vis1"));
        sample(
                "no plan",
                open("<role_thinking>hid1</role_thinking>vis1 <role_action>vis2</role_action>"),
                "vis1 vis2",
                thought("hid1"),
                speech("vis1 "),
                action("vis2"));
        sample("no plan and another speaks", open("vis1\nAnna: hid1"), "vis1", speech("vis1\n"));
        sample(
                "words before the plan",
                open("any1 hid1 <system_thinking>hid2</system_thinking>vis1").untruncatable(),
                "vis1",
                plan("any1 hid1 "),
                plan("hid2"),
                speech("vis1"));
        sample("thought first", open("<thought>hid1</role_thinking>vis1"), "vis1", thought("hid1"), speech("vis1"));
    }

    private static void coser() {
        sample(
                "brackets",
                after("Mr. Fox: [hid1 [hid2] (hid3)](vis1 (vis2)) vis3").with(Markup.COSER),
                "vis1 (vis2) vis3",
                speech("Mr. Fox: "),
                thought("hid1 [hid2] (hid3)"),
                action("vis1 (vis2)"),
                speech(" vis3"));
        sample(
                "bracket never closed",
                after("vis1 [hid1\nhid2").with(Markup.COSER),
                "vis1",
                speech("vis1 "),
                thought("hid1\nhid2"));
        sample(
                "bracket never opened",
                after("hid1] vis1").with(Markup.COSER).untruncatable(),
                "vis1",
                thought("hid1"),
                speech(" vis1"));
        sample(
                "thought in an action in brackets",
                after("(vis1 [hid1] vis2) vis3 :)").with(Markup.COSER),
                "vis1 vis2 vis3 :)",
                action("vis1 "),
                thought("hid1"),
                action(" vis2"),
                speech(" vis3 :)"));
        sample(
                "tags beside brackets",
                after("<role_thinking>hid1]</role_thinking>[hid2</role_thinking>hid3]vis1")
                        .with(Markup.COSER),
                "vis1",
                thought("hid1]"),
                thought("hid2</role_thinking>hid3"),
                speech("vis1"));
    }
}
