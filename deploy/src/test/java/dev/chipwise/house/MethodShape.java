package dev.chipwise.house;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;

/**
 * How big one method is.
 *
 * @param lines between the braces of its body
 * @param nesting of statements that decide or repeat; an {@code else if} is no deeper than its if
 */
record MethodShape(String name, String type, long lines, int nesting, int parameters) {

    static List<MethodShape> in(SourceFile source) {
        var shapes = new ArrayList<MethodShape>();
        new TreeScanner<Void, ClassTree>() {
            @Override
            public Void visitClass(ClassTree type, ClassTree outer) {
                return super.visitClass(type, type);
            }

            @Override
            public Void visitMethod(MethodTree method, ClassTree owner) {
                if (method.getBody() != null) {
                    shapes.add(of(source, owner, method));
                }
                return super.visitMethod(method, owner);
            }
        }.scan(source.tree(), null);
        return shapes;
    }

    private static MethodShape of(SourceFile source, ClassTree owner, MethodTree method) {
        // A record's constructor takes what the record has.
        var free = owner.getKind() == Tree.Kind.RECORD && method.getReturnType() == null;
        return new MethodShape(
                method.getName().toString(),
                String.valueOf(method.getReturnType()),
                linesOf(source, method.getBody()),
                new Depth().of(method.getBody()),
                free ? 0 : method.getParameters().size());
    }

    private static long linesOf(SourceFile source, BlockTree body) {
        var start = source.positions().getStartPosition(source.tree(), body);
        var end = source.positions().getEndPosition(source.tree(), body);
        return source.lineMap().getLineNumber(end) - source.lineMap().getLineNumber(start) - 1;
    }

    /** Walks one body and remembers the deepest place. */
    private static final class Depth extends TreeScanner<Void, Integer> {

        private int deepest;

        int of(BlockTree body) {
            scan(body, 0);
            return deepest;
        }

        private int below(int depth) {
            deepest = Math.max(deepest, depth + 1);
            return depth + 1;
        }

        @Override
        public Void visitIf(IfTree tree, Integer depth) {
            scan(tree.getCondition(), depth);
            scan(tree.getThenStatement(), below(depth));
            var otherwise = tree.getElseStatement();
            return scan(otherwise, otherwise instanceof IfTree ? depth : below(depth));
        }

        @Override
        public Void visitForLoop(ForLoopTree tree, Integer depth) {
            return super.visitForLoop(tree, below(depth));
        }

        @Override
        public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Integer depth) {
            return super.visitEnhancedForLoop(tree, below(depth));
        }

        @Override
        public Void visitWhileLoop(WhileLoopTree tree, Integer depth) {
            return super.visitWhileLoop(tree, below(depth));
        }

        @Override
        public Void visitDoWhileLoop(DoWhileLoopTree tree, Integer depth) {
            return super.visitDoWhileLoop(tree, below(depth));
        }

        @Override
        public Void visitSwitch(SwitchTree tree, Integer depth) {
            return super.visitSwitch(tree, below(depth));
        }

        @Override
        public Void visitSwitchExpression(SwitchExpressionTree tree, Integer depth) {
            return super.visitSwitchExpression(tree, below(depth));
        }

        @Override
        public Void visitTry(TryTree tree, Integer depth) {
            return super.visitTry(tree, below(depth));
        }

        @Override
        public Void visitSynchronized(SynchronizedTree tree, Integer depth) {
            return super.visitSynchronized(tree, below(depth));
        }

        /** A class inside the method has methods of its own. */
        @Override
        public Void visitClass(ClassTree tree, Integer depth) {
            return null;
        }
    }
}
