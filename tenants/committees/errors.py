"""What committees can refuse."""

from juxian.common.errors import register
from juxian.common.texts import Text

register(
    {
        "committees.name_taken": (
            Text("已有名为“{name}”的评委会。", "There is a committee called {name} already."),
            Text("请使用已有的评委会，或换一个名称。", "Use that one, or choose another name."),
        ),
    }
)
