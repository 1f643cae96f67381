package vn.tungnha.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * A form means the same whether the browser posts it or the phone keeps and sends it: the server, which compares what was
 * first said with what is said again under the same id, sees no difference.
 */
class SameMeaningTests extends PhoneJourney {

    @RepeatedTest(6)
    void saysTheSameBothWays(RepetitionInfo repetition) {
        Handset phone = handset("totruong33");
        phone.open("/field/households/" + home("totruong33").get("household") + "/visits/new");

        Object answers = phone.page().evaluate("""
                async ([outcome, ...dice]) => {
                  const form = document.getElementById('visit-form');
                  let i = 0;
                  const roll = (sides) => dice[i++ % dice.length] % sides;
                  form.querySelector('[name=outcome][value=' + outcome + ']').click();
                  for (const part of form.querySelectorAll('.answer')) {
                    const choice = [...part.querySelectorAll('[type=radio]')][roll(5)];
                    if (choice) choice.click();
                    const reason = part.querySelector('select');
                    if (choice?.value === 'NOT_YET' && reason && roll(2)) reason.selectedIndex = 1 + roll(reason.options.length - 1);
                  }
                  for (const box of form.querySelectorAll('[name=topics], [name=guided], [name=members], .opt [value=LOST]')) {
                    if (roll(4) === 0) box.click();
                  }
                  if (roll(2)) form.elements.guidedUnnamed.value = String(roll(20));
                  if (roll(2) || outcome === 'FOLLOW_UP') [...form.querySelectorAll('[name=followUp]')][0].click();
                  if (roll(2)) form.elements.note.value = '  Hẹn cuối tuần\\nnhà có cụ già ';
                  if (roll(2)) form.querySelector('[name=notice]').click();
                  const { bodyOf } = await import('/js/phone/visit-form.js');
                  const posted = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
                  const headers = { 'Content-Type': 'application/json', [form.dataset.csrf]: form.elements._csrf.value };
                  const body = JSON.stringify({ v: 1, kind: 'visit', sentAt: new Date().toISOString(), body: bodyOf(form) });
                  const sent = await fetch('/field/sync/visits', { method: 'POST', headers, body });
                  return posted.status + ' ' + sent.status + (sent.status === 200 ? '' : ' ' + await sent.text() + body);
                }""", choices(repetition.getCurrentRepetition()));

        assertThat(answers).isEqualTo("200 200");
    }

    private static List<Object> choices(int repetition) {
        Random chance = new Random(repetition);
        List<Object> choices = new java.util.ArrayList<>();
        choices.add(
                List.of("MET", "FOLLOW_UP", "MET", "ABSENT", "MET", "REFUSED").get(repetition - 1));
        for (int i = 0; i < 97; i++) {
            choices.add(chance.nextInt(1000));
        }
        return choices;
    }
}
