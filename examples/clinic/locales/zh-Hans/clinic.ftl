-clinic = 海港街诊所

## Cover

cover-title = 有没有证件，我们都为您看病
cover-subtitle = 医生、护士和助产士会耐心听您说
cover-byline = <strong>{ -clinic }</strong>，自1994年起向所有人开放

## The promise

promise-heading = 我们的承诺
promise-text = 我们不问您在哪里出生，不要求您出示证件，也不会告诉任何人您来过这里。
promise-by = { -clinic }全体员工

## Opening hours

hours-heading = 开放时间
hours-weekdays = <strong>星期一至星期五：</strong>上午9点至下午5点
hours-evening = <strong>星期三：</strong>开到晚上8点
hours-closed = 星期六、星期日和公众假期休息
hours-wait =
    { $wait ->
       *[other] 不用预约就可以来。大多数人要等{ $wait }分钟。
    }

## What it costs

cost-heading = 费用
cost-first =
    { $visits ->
       *[other] 前{ $visits }次看病不收费。
    }
cost-after = 之后，您能付多少就付多少。付不起也一样欢迎您来。
cost-medicine = 很多药是免费的。买药之前，请先问前台。

## What the clinic does

help-heading = 我们能做什么
help-ill = 生病、疼痛、受伤、化验
help-birth = 避孕、怀孕和分娩
help-talk = 心里难受时，有人听您说

## How to come

come-heading = 怎么来
come-bus =
    { $stops ->
       *[other] 从车站坐{ $bus }路公共汽车，坐{ $stops }站。
    }
come-door = 海港街18号，找<strong>绿色的门</strong>，按一次门铃。
come-desk = 告诉前台您说什么语言。我们会打电话找口译员，不收费。
# $bus (String)
come-way = 路线图：{ $bus }路公共汽车从车站出发，沿海港街走；诊所在水边的街角，门是绿色的。

## Contact

contact-heading = 给我们打电话
contact-text = { $organisation }可以用英语、西班牙语和中文接听。
contact-phone = <a data-l10n-name="phone">{ $phone }</a>
contact-email = <a data-l10n-name="email">{ $email }</a>
contact-website = <a data-l10n-name="website">{ $website }</a>

## Margin line

margin-draft = 草稿
