/**
 * The style sheets of all parts and screens, a screen's after those of the parts it is made of. They come with the page,
 * though most screens come later: a sheet that came with its screen would stand after the one for paper.
 */
import '../ui/button/button.css';
import '../ui/button/choice-menu.css';
import '../ui/button/filter-field.css';
import '../ui/button/segmented.css';
import '../ui/button/tag.css';
import '../ui/detail/detail.css';
import '../ui/dialog/dialog.css';
import '../ui/diff/diff.css';
import '../ui/drop/drop.css';
import '../ui/feedback/feedback.css';
import '../ui/fields/fields.css';
import '../ui/frame/frame.css';
import '../ui/grid/grid.css';
import '../ui/layout/pane.css';
import '../ui/layout/split-pane.css';
import '../ui/list-states/list-states.css';
import '../ui/list/group-list.css';
import '../ui/list/list.css';
import '../ui/marks/marks.css';
import '../ui/palette/palette.css';
import '../ui/palette/sheet.css';
import '../ui/pdf/pdf.css';
import '../ui/picker/picker.css';
import '../ui/picture/picture.css';
import '../ui/tree/tree.css';
import './app.css';
import './shortcut-sheet.css';
import '../features/company/company.css';
import '../features/connections/connections.css';
import '../features/first-run/first-run.css';
import '../features/network/network.css';
import '../features/outbox/outbox.css';
import '../features/report/report.css';
import '../features/work/work.css';
