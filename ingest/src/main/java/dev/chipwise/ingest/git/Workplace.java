package dev.chipwise.ingest.git;

import dev.chipwise.schemas.domain.Ci;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where a command runs, as the CI service's variables and git know it. Git is asked only for what
 * the variables do not say; neither need be there.
 */
public final class Workplace {

    private static final String DIRTY = "-dirty";

    private final Variables variables;
    private final GitCommand git;

    /**
     * @param environment the variables of the process
     * @param directory where git is asked
     */
    public Workplace(Map<String, String> environment, Path directory) {
        this.variables = new Variables(Map.copyOf(environment));
        this.git = new GitCommand(directory, environment);
    }

    /** A variable of the environment that is not blank. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.first(name));
    }

    /** The CI run, else the checkout; nothing where there is neither. */
    public Optional<CiRun> run() {
        var found = Provider.run(variables);
        return found.isPresent() ? found.map(this::completed) : checkout();
    }

    /** What git calls the state of the directory; nothing where there is no commit. */
    public Optional<GitVersion> version() {
        return commit().flatMap(
                        commit ->
                                git.answer("describe", "--tags", "--always", "--dirty=" + DIRTY)
                                        .map(
                                                tag ->
                                                        new GitVersion(
                                                                tag, commit, tag.endsWith(DIRTY))));
    }

    /** Why {@link #version} had nothing to say, in git's own words; or an empty text. */
    public String complaint() {
        return git.complaint();
    }

    private Optional<CiRun> checkout() {
        return commit().map(
                        commit ->
                                new CiRun(
                                        new Ci("git", repository(), commit, branch(), null),
                                        git.answer("describe", "--tags", "--exact-match")
                                                .orElse(null)));
    }

    private CiRun completed(CiRun said) {
        var ci = said.ci();
        boolean isComplete =
                ci.commit() != null
                        && ci.repository() != null
                        && (ci.branch() != null || said.tag() != null);
        if (isComplete) {
            return said;
        }
        var commit = commit().orElse(null);
        // Another commit than the one that was built says nothing about the build.
        if (commit == null || (ci.commit() != null && !ci.commit().equals(commit))) {
            return said;
        }
        return new CiRun(
                new Ci(
                        ci.provider(),
                        ci.repository() == null ? repository() : ci.repository(),
                        commit,
                        ci.branch() == null && said.tag() == null ? branch() : ci.branch(),
                        ci.runUrl()),
                said.tag());
    }

    private Optional<String> commit() {
        return git.answer("rev-parse", "--verify", "HEAD");
    }

    /** Null where a commit is checked out and no branch. */
    private String branch() {
        return git.answer("symbolic-ref", "--short", "-q", "HEAD").orElse(null);
    }

    private String repository() {
        return Address.ofRepository(
                git.answer("config", "--get", "remote.origin.url").orElse(null));
    }
}
