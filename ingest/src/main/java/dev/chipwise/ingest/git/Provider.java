package dev.chipwise.ingest.git;

import dev.chipwise.schemas.domain.Ci;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A CI service, and what its own variables say of a run. What a service does not say is null; a
 * pull request has the branch that it comes from.
 */
enum Provider {
    GITHUB("github", "GITHUB_ACTIONS", Provider::github),
    GITLAB("gitlab", "GITLAB_CI", Provider::gitlab),
    AZURE("azure", "TF_BUILD", Provider::azure),
    CIRCLECI("circleci", "CIRCLECI", Provider::circleci),
    BUILDKITE("buildkite", "BUILDKITE", Provider::buildkite),
    JENKINS("jenkins", "JENKINS_URL", Provider::jenkins);

    private final String word;
    private final String marker;
    private final Function<Variables, Found> reading;

    Provider(String word, String marker, Function<Variables, Found> reading) {
        this.word = word;
        this.marker = marker;
        this.reading = reading;
    }

    /** What a service's variables say. */
    private record Found(
            String repository, String commit, String branch, String tag, String runUrl) {}

    /** The run that these variables belong to, if any. */
    static Optional<CiRun> run(Variables variables) {
        return Stream.of(values())
                .filter(provider -> variables.first(provider.marker) != null)
                .findFirst()
                .map(provider -> provider.read(variables));
    }

    private CiRun read(Variables variables) {
        var found = reading.apply(variables);
        return new CiRun(
                new Ci(
                        word,
                        Address.ofRepository(found.repository),
                        found.commit,
                        found.branch,
                        Address.withoutSecrets(found.runUrl)),
                found.tag);
    }

    private static Found github(Variables variables) {
        var repository = variables.joined("GITHUB_SERVER_URL", "/", "GITHUB_REPOSITORY");
        var run = variables.first("GITHUB_RUN_ID");
        var source = variables.first("GITHUB_HEAD_REF");
        return new Found(
                repository,
                variables.first("GITHUB_SHA"),
                source != null ? source : variables.branch("GITHUB_REF"),
                variables.tag("GITHUB_REF"),
                repository == null || run == null ? null : repository + "/actions/runs/" + run);
    }

    private static Found gitlab(Variables variables) {
        return new Found(
                variables.first("CI_PROJECT_URL"),
                variables.first("CI_COMMIT_SHA"),
                variables.first("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", "CI_COMMIT_BRANCH"),
                variables.first("CI_COMMIT_TAG"),
                variables.first("CI_JOB_URL", "CI_PIPELINE_URL"));
    }

    private static Found azure(Variables variables) {
        var project = variables.joined("SYSTEM_COLLECTIONURI", "", "SYSTEM_TEAMPROJECT");
        var build = variables.first("BUILD_BUILDID");
        return new Found(
                variables.first("BUILD_REPOSITORY_URI"),
                variables.first("BUILD_SOURCEVERSION"),
                variables.branch("SYSTEM_PULLREQUEST_SOURCEBRANCH", "BUILD_SOURCEBRANCH"),
                variables.tag("BUILD_SOURCEBRANCH"),
                project == null || build == null
                        ? null
                        : project.replace(" ", "%20") + "/_build/results?buildId=" + build);
    }

    private static Found circleci(Variables variables) {
        return new Found(
                variables.first("CIRCLE_REPOSITORY_URL"),
                variables.first("CIRCLE_SHA1"),
                variables.first("CIRCLE_BRANCH"),
                variables.first("CIRCLE_TAG"),
                variables.first("CIRCLE_BUILD_URL"));
    }

    private static Found buildkite(Variables variables) {
        var commit = variables.first("BUILDKITE_COMMIT");
        return new Found(
                variables.first("BUILDKITE_REPO"),
                // A build of a branch's newest commit says only that until it is checked out.
                "HEAD".equals(commit) ? null : commit,
                variables.first("BUILDKITE_BRANCH"),
                variables.first("BUILDKITE_TAG"),
                variables.first("BUILDKITE_BUILD_URL"));
    }

    private static Found jenkins(Variables variables) {
        var tag = variables.first("TAG_NAME");
        var branch = variables.first("CHANGE_BRANCH", "GIT_LOCAL_BRANCH", "BRANCH_NAME");
        var remote = variables.first("GIT_BRANCH");
        if (branch == null && remote != null) {
            branch = remote.replaceFirst("^(refs/remotes/)?origin/", "");
        }
        return new Found(
                variables.first("GIT_URL", "GIT_URL_1"),
                variables.first("GIT_COMMIT"),
                // For the build of a tag these name the tag.
                tag == null ? branch : null,
                tag,
                variables.first("BUILD_URL"));
    }
}
