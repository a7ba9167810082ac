package dev.chipwise.ingest.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.Ci;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each service's variables, as its documentation gives them, say what a run is. */
class ProviderTest {

    private static final String GITHUB =
            "GITHUB_ACTIONS=true GITHUB_SERVER_URL=https://github.com GITHUB_REPOSITORY=acme/net"
                    + " GITHUB_SHA=4f2c GITHUB_RUN_ID=7 ";
    private static final String GITLAB =
            "GITLAB_CI=true CI_PROJECT_URL=https://gitlab.com/acme/net CI_COMMIT_SHA=4f2c"
                    + " CI_JOB_URL=https://gitlab.com/acme/net/-/jobs/7 ";
    private static final String AZURE =
            "TF_BUILD=True SYSTEM_COLLECTIONURI=https://dev.azure.com/acme/"
                    + " SYSTEM_TEAMPROJECT=net BUILD_BUILDID=7 BUILD_SOURCEVERSION=4f2c"
                    + " BUILD_REPOSITORY_URI=https://me@dev.azure.com/acme/net/_git/net ";
    private static final String JENKINS =
            "JENKINS_URL=https://j/ BUILD_URL=https://j/job/net/7/ GIT_COMMIT=4f2c"
                    + " GIT_URL=https://me:secret@h/acme/net.git ";
    private static final String CIRCLECI =
            "CIRCLECI=true CIRCLE_SHA1=4f2c CIRCLE_REPOSITORY_URL=git@github.com:acme/net.git"
                    + " CIRCLE_BUILD_URL=https://circleci.com/gh/acme/net/7 ";
    private static final String BUILDKITE =
            "BUILDKITE=true BUILDKITE_COMMIT=4f2c BUILDKITE_REPO=ssh://git@h:22/acme/net.git"
                    + " BUILDKITE_BUILD_URL=https://buildkite.com/acme/net/builds/7 ";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "github, refs/heads/main, GITHUB_REF=refs/heads/main",
        "github, tag v1, GITHUB_REF=refs/tags/v1",
        "github, fix, GITHUB_REF=refs/pull/3/merge GITHUB_HEAD_REF=fix",
        "gitlab, main, CI_COMMIT_BRANCH=main",
        "gitlab, tag v1, CI_COMMIT_TAG=v1",
        "gitlab, fix, CI_MERGE_REQUEST_SOURCE_BRANCH_NAME=fix",
        "azure, main, BUILD_SOURCEBRANCH=refs/heads/main",
        "azure, tag v1, BUILD_SOURCEBRANCH=refs/tags/v1",
        "azure, fix, BUILD_SOURCEBRANCH=refs/pull/3/merge"
                + " SYSTEM_PULLREQUEST_SOURCEBRANCH=refs/heads/fix",
        "jenkins, main, GIT_BRANCH=origin/main",
        "jenkins, tag v1, TAG_NAME=v1 BRANCH_NAME=v1",
        "jenkins, fix, CHANGE_BRANCH=fix BRANCH_NAME=PR-3",
        "circleci, main, CIRCLE_BRANCH=main",
        "circleci, tag v1, CIRCLE_TAG=v1",
        "buildkite, main, BUILDKITE_BRANCH=main BUILDKITE_TAG=",
    })
    void saysBranchOrTag(String provider, String expected, String variables) {
        var run = run(common(provider) + variables).orElseThrow();

        var said = run.tag() == null ? run.ci().branch() : "tag " + run.tag();
        assertThat(said).isEqualTo(expected.replace("refs/heads/", ""));
        assertThat(run.ci().provider()).isEqualTo(provider);
        assertThat(run.ci().commit()).isEqualTo("4f2c");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "github, https://github.com/acme/net, https://github.com/acme/net/actions/runs/7",
        "gitlab, https://gitlab.com/acme/net, https://gitlab.com/acme/net/-/jobs/7",
        "azure, https://dev.azure.com/acme/net/_git/net,"
                + " https://dev.azure.com/acme/net/_build/results?buildId=7",
        "jenkins, https://h/acme/net, https://j/job/net/7/",
        "circleci, git@github.com:acme/net, https://circleci.com/gh/acme/net/7",
        "buildkite, ssh://h:22/acme/net, https://buildkite.com/acme/net/builds/7",
    })
    void saysRepositoryAndRunWithoutSecrets(String provider, String repository, String runUrl) {
        var ci = run(common(provider)).orElseThrow().ci();

        assertThat(ci).isEqualTo(new Ci(provider, repository, "4f2c", null, runUrl));
    }

    @ParameterizedTest
    @CsvSource({"/srv/net.git", "file:///srv/net.git", "../net", "C:\\net"})
    void aFolderOfThisMachineIsNoRepositoryForOthers(String folder) {
        assertThat(Address.ofRepository(folder)).isNull();
    }

    @Test
    void whatAServiceLeavesOutIsAbsent() {
        assertThat(run("BUILDKITE=true BUILDKITE_COMMIT=HEAD").orElseThrow())
                .isEqualTo(new CiRun(new Ci("buildkite", null, null, null, null), null));
    }

    @Test
    void withoutAServiceThereIsNoRun() {
        assertThat(run("CI=true")).isEmpty();
    }

    private static String common(String provider) {
        return Map.of(
                        "github", GITHUB,
                        "gitlab", GITLAB,
                        "azure", AZURE,
                        "jenkins", JENKINS,
                        "circleci", CIRCLECI,
                        "buildkite", BUILDKITE)
                .get(provider);
    }

    private static Optional<CiRun> run(String variables) {
        var environment = new TreeMap<String, String>();
        for (var variable : variables.strip().split(" ")) {
            var parts = variable.split("=", 2);
            environment.put(parts[0], parts[1]);
        }
        return Provider.run(new Variables(environment));
    }
}
