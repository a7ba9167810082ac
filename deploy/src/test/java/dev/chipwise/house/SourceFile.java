package dev.chipwise.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** One Java source: its text and its syntax tree. The name is the path below the project. */
record SourceFile(String name, String text, CompilationUnitTree tree, SourcePositions positions) {

    /** Every hand-written source of the five modules. */
    static List<SourceFile> all() {
        var project = project();
        try (var paths = Files.walk(project)) {
            var texts = new TreeMap<String, String>();
            paths.filter(path -> path.toString().endsWith(".java"))
                    .map(project::relativize)
                    .filter(path -> path.getName(1).toString().equals("src"))
                    .forEach(path -> texts.put(path.toString(), read(project.resolve(path))));
            return parse(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SourceFile of(String name, String text) {
        return parse(Map.of(name, text)).get(0);
    }

    private static List<SourceFile> parse(Map<String, String> texts) {
        var sources = new ArrayList<JavaFileObject>();
        texts.forEach((name, text) -> sources.add(inMemory(name, text)));
        var compiler = ToolProvider.getSystemJavaCompiler();
        var task = (JavacTask) compiler.getTask(null, null, null, null, null, sources);
        var positions = Trees.instance(task).getSourcePositions();
        var files = new ArrayList<SourceFile>();
        try {
            for (var tree : task.parse()) {
                var name = tree.getSourceFile().getName();
                files.add(new SourceFile(name, texts.get(name), tree, positions));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    @Override
    public String toString() {
        return name;
    }

    boolean isTest() {
        return name.contains("src/test/");
    }

    long lines() {
        return text.lines().count();
    }

    LineMap lineMap() {
        return tree.getLineMap();
    }

    /** The directory that holds the five modules, wherever the tests were started. */
    private static Path project() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .takeWhile(Objects::nonNull)
                .filter(directory -> Files.isDirectory(directory.resolve(".mvn")))
                .findFirst()
                .orElseThrow();
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaFileObject inMemory(String name, String text) {
        return new SimpleJavaFileObject(
                URI.create("string:///" + name), JavaFileObject.Kind.SOURCE) {
            @Override
            public String getName() {
                return name;
            }

            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
