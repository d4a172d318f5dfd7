from django.urls import path

from landsby.web.gatherings import views

app_name = "gatherings"

urlpatterns = [
    path("p/<slug:slug>/gatherings/", views.gathering_list, name="list"),
    path("p/<slug:slug>/gatherings/export/<str:form>/", views.export_gatherings, name="export"),
    path("p/<slug:slug>/gatherings/agreements/", views.agreements, name="agreements"),
    path("p/<slug:slug>/gatherings/agreements/export/<str:form>/", views.export_agreements, name="agreements_export"),
    path("p/<slug:slug>/gatherings/leading/", views.facilitation, name="facilitation"),
    path("p/<slug:slug>/gatherings/competences/", views.competences, name="competences"),
    path("p/<slug:slug>/gatherings/competences/<str:competence>/", views.competence, name="competence"),
    path("gatherings/<int:pk>/", views.gathering_page, name="detail"),
    path("gatherings/<int:pk>/plan/", views.plan, name="plan"),
    path("gatherings/<int:pk>/sign-up/", views.sign_up_page, name="sign_up"),
    path("gatherings/<int:pk>/roll-call/", views.roll_call, name="roll_call"),
    path("gatherings/<int:pk>/answer/", views.answer, name="answer"),
    path("gatherings/<int:pk>/answers/close/", views.close_answers, name="close_answers"),
    path("gatherings/<int:pk>/agree/", views.agree, name="agree"),
    path("agreements/<int:pk>/keep/", views.keep, name="keep"),
    path("agreements/<int:pk>/plan/", views.lay, name="lay"),
    path("agreements/<int:pk>/drop/", views.drop, name="drop"),
    path("p/<slug:slug>/festivals/", views.festivals, name="festivals"),
    path("p/<slug:slug>/festivals/first-met/", views.first_met_page, name="first_met"),
    path("communities/<int:pk>/festivals/<int:year>/", views.festival, name="festival"),
    path("communities/<int:pk>/festivals/<int:year>/build/", views.festival_build, name="festival_build"),
]
