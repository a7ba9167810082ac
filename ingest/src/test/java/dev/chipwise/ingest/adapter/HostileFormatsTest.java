package dev.chipwise.ingest.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.chipwise.ingest.adapter.Parsed.Unreadable;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Reason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other tools never write: it is refused with reason and place, and never an exception. */
class HostileFormatsTest {

    private static final ImportContext EVERYTHING_SAID =
            Samples.context("model=m;version=v;hardware=cpu/acme/one;runtime=r;precision=fp16");
    private static final ImportContext NOTHING_SAID =
            new ImportContext(Samples.OCCURRED_AT, Reading.SOURCE, Map.of());

    private final Formats formats = new Formats(Catalog.shipped());

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "samples/malformed.csv", numLinesToSkip = 1)
    void isRefusedWithReasonAndPlace(
            String sample,
            String text,
            String becomes,
            String place,
            String reason,
            String detail) {
        var original = Samples.text(sample);
        assertThat(original).contains(text);
        var broken = original.replace(text, becomes == null ? "" : becomes);

        var refused = refused(read(sample, broken, EVERYTHING_SAID));

        assertThat(refused)
                .anySatisfy(
                        unreadable -> {
                            assertThat(unreadable.where()).hasToString(sample + place);
                            assertThat(unreadable.reason()).isEqualTo(Reason.of(reason));
                            assertThat(unreadable.detail()).contains(detail);
                        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "samples/samples.csv", numLinesToSkip = 1)
    void aFileOfAnotherFormatIsNoExceptionEither(String sample) {
        var text = Samples.text(sample);
        for (var format : formats.all()) {
            assertThatCode(() -> Reading.text(format, sample, text, EVERYTHING_SAID))
                    .as(format.id())
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "samples/samples.csv", numLinesToSkip = 1)
    void whatNobodySaysIsNamedWithTheWayToSayIt(String sample) {
        assertThat(refused(read(sample, Samples.text(sample), NOTHING_SAID)))
                .filteredOn(each -> each.reason() == Reason.MISSING_IDENTITY)
                .allSatisfy(each -> assertThat(each.where().field()).isNotEmpty())
                .allSatisfy(each -> assertThat(each.detail()).contains("--map "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"google-benchmark/v1.4.json", "junit/googletest-1.14.xml"})
    void aTimeWithoutAZoneHasToBeSaid(String sample) {
        var said = EVERYTHING_SAID.subject();
        var context = new ImportContext(null, Reading.SOURCE, said);

        assertThat(refused(read(sample, Samples.text(sample), context)))
                .isNotEmpty()
                .allSatisfy(
                        each ->
                                assertThat(each.detail())
                                        .contains("no time with a zone")
                                        .contains("--occurred-at"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE testsuite SYSTEM 'file:///etc/hostname'>\n<testsuite/>",
                "<!DOCTYPE testsuite [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"
                        + "<testsuite><testcase name='&x;' time='1'/></testsuite>",
                "<!DOCTYPE t [<!ENTITY a 'aa'><!ENTITY b '&a;&a;&a;'>]>"
                        + "<testsuite><testcase name='&b;' time='1'/></testsuite>",
                "<testsuite><testcase name='&x;' time='1'/></testsuite>",
            })
    void neitherDocumentTypesNorEntitiesAreRead(String xml) {
        var parsed = read("junit/a.xml", xml, EVERYTHING_SAID);

        assertThat(parsed).hasSize(1).allMatch(each -> each instanceof Unreadable);
        assertThat(((Unreadable) parsed.get(0)).detail()).contains("not read").contains(" which ");
    }

    @Test
    void suitesInsideSuitesHaveABound() {
        var parsed = read("junit/a.xml", "<testsuite>".repeat(100_000), EVERYTHING_SAID);

        assertThat(refused(parsed))
                .singleElement()
                .extracting(Unreadable::detail)
                .asString()
                .contains("suites that nest too deep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n ", "\uFEFF", "[]", "{}", "null", "<a/>", "[[[", "\u0000"})
    void aFileWithoutAnythingHasNoResults(String text) {
        for (var format : formats.all()) {
            assertThat(Reading.text(format, "a.json", text, EVERYTHING_SAID))
                    .as(format.id())
                    .allMatch(each -> each instanceof Unreadable);
        }
    }

    private List<Parsed> read(String sample, String text, ImportContext context) {
        var format = formats.named(sample.substring(0, sample.indexOf('/'))).orElseThrow();
        return Reading.text(format, sample, text, context);
    }

    private static List<Unreadable> refused(List<Parsed> parsed) {
        return parsed.stream()
                .filter(Unreadable.class::isInstance)
                .map(Unreadable.class::cast)
                .toList();
    }
}
