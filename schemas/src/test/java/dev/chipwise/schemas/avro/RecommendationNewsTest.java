package dev.chipwise.schemas.avro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.Recommendation;
import dev.chipwise.schemas.domain.Recommendation.News;
import dev.chipwise.schemas.samples.RandomScores;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecommendationNewsTest {

    private static final int SEEDS = 200;
    private static final List<News> TOLD =
            List.of(
                    News.NONE,
                    new News(1, true, null, "first recommendation"),
                    new News(1_000_000, false, "npu/acme/x1", "nothing that one would act on"),
                    new News(Long.MAX_VALUE, true, "npu/acme/größer", "|;%\u0000 …"));

    @Test
    void newsPutBehindAreTheSameBytesAsNewsEncoded() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var recommendation = random(seed);
            var without = Codecs.recommendation().encode(recommendation.with(News.NONE));
            for (var news : TOLD) {
                assertThat(Codecs.withNews(without, news))
                        .as("seed %d, %s", seed, news)
                        .isEqualTo(Codecs.recommendation().encode(recommendation.with(news)));
            }
        }
    }

    private static Recommendation random(long seed) {
        return new RandomScores(new Random(seed)).recommendation();
    }
}
