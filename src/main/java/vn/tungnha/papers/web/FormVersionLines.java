package vn.tungnha.papers.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.papers.FormVersion;
import vn.tungnha.papers.PaperGrain;
import vn.tungnha.shared.Choice;

/** Versions of a form in finished texts. */
@Component
class FormVersionLines {

    /**
     * One version of a form in the list.
     *
     * @param withdrawn who took it back, when and why; null while it is used
     * @param withdrawable whether another one would be left
     */
    record Line(
            int number, String text, String by, @Nullable String withdrawn, boolean withdrawable) {}

    List<Line> of(List<FormVersion> history, Words words) {
        long used = history.stream().filter(FormVersion::used).count();
        return history.stream().map(it -> line(it, used, words)).toList();
    }

    /** How long a time a form can be for. */
    List<Choice> grains(Words words) {
        List<Choice> grains = new ArrayList<>(List.of(new Choice("", words.say("form.grain.any"))));
        for (PaperGrain grain : PaperGrain.values()) {
            grains.add(
                    new Choice(grain.name(), words.say("grain." + grain.name().toLowerCase(Locale.ROOT))));
        }
        return grains;
    }

    private static Line line(FormVersion version, long used, Words words) {
        return new Line(
                version.version(),
                words.say("form.version.from", version.version(), words.vn().day(version.validFrom())),
                version.madeBy() == null
                        ? words.say("form.shipped")
                        : words.say(
                                "form.made",
                                version.madeBy(),
                                words.vn().moment(version.madeAt()),
                                said(version.reason())),
                version.withdrawnAt() == null
                        ? null
                        : words.say(
                                "form.withdrawn",
                                said(version.withdrawnBy()),
                                words.vn().moment(version.withdrawnAt()),
                                said(version.withdrawnFor())),
                version.used() && used > 1);
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }
}
