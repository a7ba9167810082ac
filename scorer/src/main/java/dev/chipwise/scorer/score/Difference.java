package dev.chipwise.scorer.score;

import dev.chipwise.schemas.domain.Hardware;
import dev.chipwise.schemas.domain.ProfileScore.Contribution;
import dev.chipwise.schemas.domain.Recommendation;
import dev.chipwise.schemas.domain.Recommendation.Excluded;
import dev.chipwise.schemas.domain.Recommendation.Ranked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What differs between two recommendations of one key, in words and in a fixed order. */
final class Difference {

    private static final double SCORE_MOVE = 0.05;

    private final Recommendation before;
    private final Recommendation after;
    private final Map<String, Ranked> rankedBefore;
    private final Map<String, Ranked> rankedAfter;
    private final Map<String, Excluded> excludedBefore;
    private final Map<String, Excluded> excludedAfter;

    Difference(Recommendation before, Recommendation after) {
        this.before = before;
        this.after = after;
        rankedBefore = ranked(before);
        rankedAfter = ranked(after);
        excludedBefore = excluded(before);
        excludedAfter = excluded(after);
    }

    static Optional<Ranked> leader(Recommendation recommendation) {
        return recommendation.ranked().stream().findFirst();
    }

    /** Why a person would act; empty when nothing gives a reason to. */
    List<String> reasons() {
        var reasons = new ArrayList<String>();
        if (before.evidence() != after.evidence()) {
            reasons.add("evidence is now " + after.evidence().wireName());
        }
        leader(before).ifPresent(leader -> leaderLost(id(leader.hardware()), reasons));
        leader(after).ifPresent(leader -> leadDecided(leader, reasons));
        rankedAfter.keySet().forEach(id -> enteredTop(id, reasons));
        var both = new TreeSet<>(rankedBefore.keySet());
        both.addAll(excludedBefore.keySet());
        both.forEach(id -> moved(id, reasons));
        return reasons;
    }

    private void leaderLost(String id, List<String> reasons) {
        var now = rankedAfter.get(id);
        if (now != null && now.score().tier() > 1) {
            reasons.add("leader " + id + " left the top tier");
        } else if (now == null) {
            var gate = excludedAfter.get(id);
            reasons.add("leader " + id + (gate == null ? " has no results left" : " is excluded"));
        }
    }

    private void enteredTop(String id, List<String> reasons) {
        var then = rankedBefore.get(id);
        boolean wasTop = then != null && then.score().tier() == 1;
        if (rankedAfter.get(id).score().tier() == 1 && !wasTop) {
            reasons.add(id + " entered the top tier");
        }
    }

    /** The same leader's lower bound now lies above a rival's centre and did not before. */
    private void leadDecided(Ranked leader, List<String> reasons) {
        var then = leader(before).filter(old -> id(old.hardware()).equals(id(leader.hardware())));
        if (then.isEmpty()) {
            return;
        }
        for (var rival : after.ranked()) {
            var old = rankedBefore.get(id(rival.hardware()));
            if (old != null
                    && leader.score().lower() > rival.score().score()
                    && then.get().score().lower() <= old.score().score()) {
                reasons.add(
                        "leader "
                                + id(leader.hardware())
                                + " is now clearly ahead of "
                                + id(rival.hardware()));
            }
        }
    }

    private void moved(String id, List<String> reasons) {
        var then = rankedBefore.get(id);
        var now = rankedAfter.get(id);
        if (then != null && now != null) {
            movedWithin(id, then, now, reasons);
        } else if (then != null && excludedAfter.containsKey(id)) {
            reasons.add(id + " fails " + gateOf(excludedAfter.get(id)));
        } else if (now != null && excludedBefore.containsKey(id)) {
            reasons.add(id + " no longer fails " + gateOf(excludedBefore.get(id)));
        } else if (then == null && now == null && excludedAfter.containsKey(id)) {
            movedOutside(id, excludedBefore.get(id), excludedAfter.get(id), reasons);
        }
    }

    private static void movedWithin(String id, Ranked then, Ranked now, List<String> reasons) {
        if (then.state() != now.state()) {
            reasons.add(
                    id + " went from " + then.state().wireName() + " to " + now.state().wireName());
        }
        if (then.grade() != now.grade()) {
            reasons.add(
                    "evidence of "
                            + id
                            + " went from grade "
                            + then.grade()
                            + " to "
                            + now.grade());
        }
        double ratio = now.score().score() / then.score().score();
        if (Math.abs(ratio - 1) > SCORE_MOVE) {
            reasons.add("score of " + id + " " + Wording.change(ratio) + contributions(then, now));
        }
    }

    private static void movedOutside(String id, Excluded then, Excluded now, List<String> reasons) {
        if (then.state() != now.state()) {
            reasons.add(
                    id + " went from " + then.state().wireName() + " to " + now.state().wireName());
        }
    }

    /** The metrics that moved a score, each with the factor it moved it by. */
    private static String contributions(Ranked then, Ranked now) {
        var old = new TreeMap<String, Double>();
        then.score().why().forEach(part -> old.put(part.metric(), part.contribution()));
        var words = new ArrayList<String>();
        for (Contribution part : now.score().why()) {
            double moved =
                    part.contribution() - old.getOrDefault(part.metric(), part.contribution());
            if (Math.abs(moved) > SCORE_MOVE / 10) {
                words.add(part.metric() + " " + Wording.change(StrictMath.exp(moved)));
            }
        }
        return words.isEmpty() ? "" : " (" + String.join(", ", words) + ")";
    }

    /** The runs that came or went behind each hardware that is ranked. */
    List<String> evidence() {
        var words = new ArrayList<String>();
        rankedAfter.forEach(
                (id, now) -> {
                    int then = rankedBefore.containsKey(id) ? rankedBefore.get(id).runs() : 0;
                    if (then != now.runs()) {
                        words.add("runs of " + id + " " + then + " to " + now.runs());
                    }
                });
        return words;
    }

    private static String gateOf(Excluded excluded) {
        return "gate " + excluded.gate() + " (" + excluded.detail() + ")";
    }

    private static Map<String, Ranked> ranked(Recommendation recommendation) {
        var byId = new TreeMap<String, Ranked>();
        recommendation.ranked().forEach(each -> byId.put(id(each.hardware()), each));
        return byId;
    }

    private static Map<String, Excluded> excluded(Recommendation recommendation) {
        var byId = new TreeMap<String, Excluded>();
        recommendation.excluded().forEach(each -> byId.put(id(each.hardware()), each));
        return byId;
    }

    private static String id(Hardware hardware) {
        return hardware.id();
    }
}
